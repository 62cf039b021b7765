package org.espalier.core.bench;

/**
 * Times of one model.
 *
 * @param label       variant and sweep point; may be empty
 * @param model       the model's id
 * @param device      what it ran on
 * @param threads     threads of the lease
 * @param repetitions how many steps were timed, after warm-up
 * @param epochs      how many epochs were timed
 * @param step        seconds of a training step
 * @param epoch       seconds of an epoch: for full-batch models a step and a validation pass, for mini-batch models a step for each batch of the training part
 * @param memory      native bytes held
 */
public record Timing(String label, String model, String device, int threads, int repetitions, int epochs, Spread step, Spread epoch, long memory) {
    /** Median, least and greatest of some times in seconds. */
    public record Spread(double median, double min, double max) {
    }
}
