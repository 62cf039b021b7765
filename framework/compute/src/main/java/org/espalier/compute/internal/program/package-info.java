/** From a graph to a program: {@link org.espalier.compute.internal.program.Compiler} lays out buffers and kernels, the programs run them. */
package org.espalier.compute.internal.program;
