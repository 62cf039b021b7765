/**
 * The work of ops over fixed buffers. A {@link org.espalier.compute.internal.kernel.KernelFactory} makes kernels for the ops it knows;
 * {@link org.espalier.compute.internal.kernel.Kernels} lists them in the order of trying, ND4J's native library last, which costs 4 to 40 µs a call and takes
 * what the others do not. Dense products go straight to OpenBLAS. Sparse products stay scalar: fused multiply-add, other loop orders and column-major layouts
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
 * <p>Ways to run a chain of six instructions that were measured, in nanoseconds per element, on one core of an AMD EPYC with AVX-512, JDK 17, arrays in the first cache:
 *
 * <table>
 * <caption>Copies in and out are 0.09 and 0.05 per array and the same for all</caption>
 * <tr><th>way</th><th>chain</th><th>exp</th></tr>
 * <tr><td>loop per instruction over pieces (chosen)</td><td>0.42</td><td>0.50</td></tr>
 * <tr><td>one loop with everything in it, as a class generated at run time would have</td><td>0.06</td><td>3.9</td></tr>
 * <tr><td>Vector API (incubating)</td><td>0.07</td><td>0.34</td></tr>
 * </table>
 *
 * <p>Loops over pieces were chosen although they lose some tenths of a nanosecond while data is in the first cache: all programs share the same two dozen loops,
 * compiled once per process, where each generated class would run in the interpreter first, longer than many a short trial lasts; beyond the second cache memory decides,
 * not arithmetic. The Vector API needs a flag at every start, warns at each, and changes with each JDK.
 *
 * <p>What makes the JVM vectorise, as measured: loops that begin at element 0 of every array (other offsets: five times slower), no branches, no conversions between
 * types; so exponents are taken apart by copies ({@link org.espalier.compute.internal.kernel.FloatBits}), 0.5 ns for exp instead of 3.9.
 *
 * <p>Results do not depend on the number of threads: work is cut into chunks by shape alone, and what chunks sum is added in their order.
 */
package org.espalier.compute.internal.kernel;
