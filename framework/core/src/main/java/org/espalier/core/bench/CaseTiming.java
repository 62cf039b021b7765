package org.espalier.core.bench;

import org.espalier.core.bench.Timing.Spread;

/**
 * Times of a piece of work that is no training step.
 *
 * @param label       variant and sweep point; may be empty
 * @param extension   id of the dataset or model whose work it is
 * @param name        the piece's name
 * @param device      what it ran on
 * @param threads     threads of the lease
 * @param repetitions how many calls were timed, after warm-up
 * @param seconds     seconds of a call
 * @param units       how much a call does
 * @param unit        what is counted
 */
public record CaseTiming(String label, String extension, String name, String device, int threads, int repetitions, Spread seconds, long units, String unit) {
    /** Units in a second, by the median. */
    public double rate() {
        return units / seconds.median();
    }
}
