/**
 * The work of single ops over fixed buffers. A {@link org.espalier.compute.internal.kernel.KernelFactory} makes kernels for the ops it knows;
 * {@link org.espalier.compute.internal.kernel.Kernels} lists them in the order of trying, ND4J's native library last, which costs 4 to 40 µs a call and takes
 * what the others do not: other types, dimensions that do not lie side by side, ops without a factory.
 *
 * <p>Dense products go straight to OpenBLAS. Other arithmetic is plain loops over heap arrays, which the JVM turns into vector instructions: native memory
 * is copied in and out in pieces that stay in the first cache ({@link org.espalier.compute.internal.kernel.PiecewiseKernel}), some 0.5 µs a call
 * for small arrays. The incubating Vector API would need a flag at
 * every start. Moves of elements are bulk copies between native buffers, which beat loops from 8 elements on. Small dense products in Java reached 7 GFLOP/s where OpenBLAS, called
 * directly, has 17 to 50, so there are none. Sparse products stay scalar: fused multiply-add, other loop orders and column-major layouts were measured, and none was faster.
 *
 * <p>Results do not depend on the number of threads: work is cut by shape alone, and what is summed over all parts is summed by one thread.
 */
package org.espalier.compute.internal.kernel;
