/**
 * Devices, leases and compiled programs: the only way for a plugin to spend arithmetic on tensors. Ask the
 * {@link org.espalier.api.compute.ComputeService} for a {@link org.espalier.api.compute.Lease}, compile a SameDiff graph with it and step the program within
 * {@link org.espalier.api.compute.Lease#call}.
 *
 * <p>The same graph, values and random key on the same kind of processor with the same number of threads give the same bits, run after run.
 *
 * <p>Functions in programs are not those of {@link java.lang.Math}, but faster. Their largest errors, which a test holds for x from 2<sup>-30</sup> to 2<sup>8</sup> of
 * either sign as far as results are normal numbers:
 *
 * <table>
 * <caption>Errors relative to the exact value; those of the two forms of GELU relative to the larger of 1 and |x|</caption>
 * <tr><th>function</th><th>float32</th><th>float64</th></tr>
 * <tr><td>tanh</td><td>5e-7</td><td>1.3e-15</td></tr>
 * <tr><td>sigmoid</td><td>4e-7</td><td>1e-15</td></tr>
 * <tr><td>softplus</td><td>6e-7</td><td>1e-15</td></tr>
 * <tr><td>log1p, from -0.99999</td><td>5e-7</td><td>1e-15</td></tr>
 * <tr><td>erf</td><td>6e-7</td><td>1e-14</td></tr>
 * <tr><td>swish, x sigmoid(x)</td><td>5e-7</td><td>1e-15</td></tr>
 * <tr><td>{@code gelu}, x sigmoid(1.702 x) (Hendrycks and Gimpel, arXiv 1606.08415, section 2)</td><td>5e-7</td><td>1e-15</td></tr>
 * <tr><td>{@code preciseGelu}, their tanh form; x (1 + erf(x / root of 2)) / 2 itself has to be written with {@code erf}</td><td>5e-7</td><td>1e-15</td></tr>
 * </table>
 */
@Export
@Version("1.1.0")
package org.espalier.api.compute;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
