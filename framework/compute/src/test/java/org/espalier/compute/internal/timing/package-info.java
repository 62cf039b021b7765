/** Timings by hand: run {@link org.espalier.compute.internal.timing.Timing} from the test class path. */
package org.espalier.compute.internal.timing;
