/**
 * The work of single ops over fixed buffers. A {@link org.espalier.compute.internal.kernel.KernelFactory} makes kernels for the ops it knows;
 * {@link org.espalier.compute.internal.kernel.Kernels} lists them in the order of trying, ND4J's native library last.
 */
package org.espalier.compute.internal.kernel;
