/** Attention over selected neighbours and its gradient, sample by sample: what belongs to a sample stays in the processor's first cache. */
package org.espalier.compute.internal.kernel.attention;
