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
 * to the heap in pieces of 1024 elements, runs one short loop per instruction over them, and copies or folds only what others need. What must be summed
 * before it is used (softmax, normalisation) takes one chain up to the sum and one after it.
 *
 * <p>Ways that were measured, in nanoseconds per element, shortest times of several processes on one core of an AMD EPYC with AVX-512, JDK 17, arrays in the
 * first cache, copies in and out (0.09 and 0.05 per array, the same for all) left out:
 *
 * <table>
 * <caption>A chain of six arithmetic instructions, and exp</caption>
 * <tr><th>way</th><th>chain</th><th>exp</th></tr>
 * <tr><td>a loop per instruction over pieces (chosen)</td><td>0.35 to 1.05, by process</td><td>0.8 to 1.0</td></tr>
 * <tr><td>one loop written by hand, standing for a class generated at run time</td><td>0.06</td><td>not measured</td></tr>
 * <tr><td>Vector API (incubating), one loop</td><td>0.07 to 0.09</td><td>0.28 to 0.34, without clamping</td></tr>
 * <tr><td>a scalar exp with branches, used before</td><td></td><td>3.9</td></tr>
 * </table>
 *
 * <p>So the chosen way is the slowest of the three at bare arithmetic. It was chosen because all programs share the same two dozen loops, so that nothing is generated
 * per graph, and since the Vector API needs a flag at every start and warns at each. What warming up generated classes would cost was not measured. On arrays of 32 000
 * floats chains with their gradients took less time than in PyTorch 1.13; on a million floats, single functions, sums, softmax and normalisation took
 * up to five times as long, so generated loops remain the thing to try where arrays are large.
 *
 * <p>What makes the JVM vectorise, as measured: loops that begin at the same element of every array (other offsets: five times slower), no branches, no
 * conversions between types; so exponents are taken apart by copies ({@link org.espalier.compute.internal.kernel.FloatBits}).
 *
 * <p>Results do not depend on the number of threads: work is cut into chunks by shape alone, and what chunks sum is added in their order.
 */
package org.espalier.compute.internal.kernel;
