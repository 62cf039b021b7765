/** Start of the DL4J bundle. Everything else in it is nested third-party code. */
package org.espalier.dl4j.internal;
