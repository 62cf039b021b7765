/**
 * The work of ops over fixed buffers. A {@link org.espalier.compute.internal.kernel.KernelFactory} makes kernels for the ops it knows;
 * {@link org.espalier.compute.internal.kernel.Kernels} lists them in the order of trying, ND4J's native library last, which costs 4 to 40 µs a call and takes
 * what the others do not. Dense products go straight to OpenBLAS; small ones in Java reached 7 GFLOP/s where it has 17 to 50.
 * Moves of elements are bulk copies between native buffers, which beat loops from 8 elements on. Sparse products stay scalar: fused multiply-add, other loop orders and column-major layouts
 * were measured, and none was faster.
 *
 * <h2>Element-wise chains</h2>
 *
 * <p>An {@link org.espalier.compute.internal.kernel.Operation} is written down as {@link org.espalier.compute.internal.kernel.Elements steps}: rules from
 * {@link org.espalier.compute.internal.kernel.Term terms} to terms, the same for both element types and for values and gradients. Steps that read one another
 * are collected in a {@link org.espalier.compute.internal.kernel.Chain}, which becomes one {@link org.espalier.compute.internal.kernel.ChainKernel}: it copies its inputs
 * to the heap in pieces of 1024 elements, computes them, and copies or folds only what others need. What is folded over whole rows of up to a piece (softmax, layer norm) is used
 * again while the piece is in the first cache; longer rows, and sums over all rows, take one chain up to the sum and one after it.
 *
 * <p>A chain is rewritten for its element type ({@link org.espalier.compute.internal.kernel.Lowering}: {@code exp} becomes arithmetic) and cut into phases
 * ({@link org.espalier.compute.internal.kernel.Schedule}): the arithmetic of each is one {@link org.espalier.compute.internal.kernel.Loop}. A loop is done instruction by instruction,
 * in two dozen loops that all programs share, until it has worked for some 10 milliseconds; then a hidden class is generated for it, tried now and then, and
 * taken for good when it was faster three times in a row, that is, when the JVM has compiled it ({@link org.espalier.compute.internal.kernel.LoopWay}). So short runs generate nothing, loops
 * of which the JVM makes no vector instructions are never taken, and either way gives the same bits. Equal loops of all programs share one class.
 *
 * <p>Ways that were measured, in nanoseconds per element, shortest times on one core of an AMD EPYC with AVX-512, JDK 17, which others used too, arrays in the first cache:
 *
 * <table>
 * <caption>Arithmetic, with arrays of 1024 floats</caption>
 * <tr><td>copy from native memory, to it</td><td>0.05, 0.04</td></tr>
 * <tr><td>one instruction of two arrays: as they come; with arrays padded to whole cache lines</td><td>0.06 to 0.12; 0.05</td></tr>
 * <tr><td>larger or smaller of two</td><td>0.07: five instructions, for NaN</td></tr>
 * <tr><td>21 instructions up to the exponent of a sigmoid: shared loops; one generated loop</td><td>1.6 to 2.0; 0.7</td></tr>
 * <tr><td>14 instructions of softmax's exp: shared loops; one generated loop</td><td>1.2; 0.41</td></tr>
 * <tr><td>4 instructions of 5 arrays: shared loops; one generated loop</td><td>0.40; 0.31</td></tr>
 * <tr><td>polynomial of exp: product and sum; {@code Math.fma}</td><td>0.53; 0.35</td></tr>
 * <tr><td>power of two by its bits: {@code Float.intBitsToFloat}; copies through a direct buffer; {@link org.espalier.compute.internal.kernel.Words}</td><td>0.40; 0.19; 0.04</td></tr>
 * </table>
 *
 * <table>
 * <caption>Folds</caption>
 * <tr><td>sum of 1024: eight sums side by side; by halves</td><td>0.21; 0.12</td></tr>
 * <tr><td>largest of 1024: comparisons; {@code Math.max}; by halves</td><td>0.28; 0.96; 0.12</td></tr>
 * <tr><td>largest of 16, of 64: comparisons; {@code Math.max}; eight of these side by side</td><td>1.98, 1.00; 1.64, 0.97; 0.77, 0.54</td></tr>
 * <tr><td>added to a row of sums: in double precision; to a piece of floats</td><td>0.28; 0.06</td></tr>
 * <tr><td>a row's value in all its places: rows of 64; of 1024</td><td>0.11; 0.07</td></tr>
 * </table>
 *
 * <p>Measured before and not chosen: the Vector API (incubating) did six instructions in 0.07 to 0.09 where a generated loop took 0.06, and needs a flag at every start and warns at each. What does
 * not vectorise stays in loops of its own, a few nanoseconds per element: powers, random numbers, and in double precision logarithm and error function.
 *
 * <p>What makes the JVM vectorise, as measured: loops that begin at the same element of every array or at a fixed distance (other offsets: five times slower), no branches, no
 * conversions between types. It compiles a method as a whole only after 600 calls, however long its loop is; before, a generated loop is ten times slower than the shared ones.
 *
 * <p>Results do not depend on the number of threads, but for the last bits of dense products on some processors: a product is cut into as many panels as there are threads, since each panel more
 * costs it two hundredths of its time. All other work is cut into chunks by shape alone, and what chunks sum is added in their order.
 */
package org.espalier.compute.internal.kernel;
