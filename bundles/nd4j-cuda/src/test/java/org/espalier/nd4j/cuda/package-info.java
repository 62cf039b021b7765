/** The fragment in a framework. */
package org.espalier.nd4j.cuda;
