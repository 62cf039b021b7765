/** Measures of over- and under-smoothing: how alike a network makes its nodes, and how far they are from a label. They know no network, only graphs and numbers. */
package org.espalier.gndnets.internal.smoothing;
