/** The data sets of the paper, split as its code splits them. */
package org.espalier.gndnets.internal.data;
