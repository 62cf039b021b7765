/**
 * Ops that find their elements by indices: gathering, scattering, segments. Indices are read and checked before anything is touched: one outside of its
 * array ends the step with an {@link org.espalier.api.error.InputException} that names where it came from.
 */
package org.espalier.compute.internal.kernel.indexing;
