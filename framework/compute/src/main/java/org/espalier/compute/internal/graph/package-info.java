/** What a SameDiff graph means for a program: which ops are needed in which order, and their gradients. Knows no buffers. */
package org.espalier.compute.internal.graph;
