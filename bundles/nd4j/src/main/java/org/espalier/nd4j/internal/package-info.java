/** Start of the ND4J bundle. Everything else in it is nested third-party code. */
package org.espalier.nd4j.internal;
