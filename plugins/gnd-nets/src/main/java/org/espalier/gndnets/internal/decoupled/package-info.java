/**
 * Diffusion once and for all, before training: P^k X of every node and hop in a file, from which mini-batches of nodes are read without the graph. For graphs whose
 * hidden layers do not fit into memory.
 */
package org.espalier.gndnets.internal.decoupled;
