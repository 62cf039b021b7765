package org.espalier.api.compute;

/**
 * The learning rate as a function of the updates done before, 0 at the first. It is asked anew at every update, so a program need not be compiled
 * again when the rate changes; a schedule must depend on the iteration alone, or a resumed run would go on differently.
 */
@FunctionalInterface
public interface Schedule {
    /** The learning rate of an update, at least 0. */
    double rate(long iteration);

    /** The same rate always. */
    static Schedule constant(double rate) {
        return iteration -> rate;
    }

    /** The rate times {@code factor} once for every {@code every} updates done. */
    static Schedule step(double rate, double factor, long every) {
        requirePositive("step", every);
        return iteration -> rate * Math.pow(factor, Math.floorDiv(iteration, every));
    }

    /** The rate times {@code factor} to the power of the updates done over {@code every}: the smooth form of {@link #step}. */
    static Schedule exponential(double rate, double factor, long every) {
        requirePositive("exponential", every);
        return iteration -> rate * Math.pow(factor, (double) iteration / every);
    }

    /** Half a cosine from the rate down to 0 after {@code length} updates, then 0 (Loshchilov and Hutter, arXiv 1608.03983, equation 5, without restarts). */
    static Schedule cosine(double rate, long length) {
        requirePositive("cosine", length);
        return iteration -> rate * (1 + Math.cos(Math.PI * Math.min(iteration, length) / length)) / 2;
    }

    /** A straight line from the rate down to 0 after {@code length} updates, then 0. */
    static Schedule linear(double rate, long length) {
        requirePositive("linear", length);
        return iteration -> rate * (1 - (double) Math.min(iteration, length) / length);
    }

    /**
     * The rate times the root of {@code scale} / ({@code scale} + updates done). After a warm-up of {@code scale} updates this is the schedule
     * of Vaswani et al., arXiv 1706.03762, section 5.3.
     */
    static Schedule inverseSquareRoot(double rate, long scale) {
        requirePositive("inverse square root", scale);
        return iteration -> rate * Math.sqrt((double) scale / (scale + iteration));
    }

    /** This schedule, begun after {@code updates} updates in which the rate grows in equal steps up to where this begins. */
    default Schedule afterWarmUp(long updates) {
        if (updates <= 0) {
            return this;
        }
        return iteration -> iteration < updates ? rate(0) * (iteration + 1) / updates : rate(iteration - updates);
    }

    private static void requirePositive(String schedule, long updates) {
        if (updates <= 0) {
            throw new IllegalArgumentException("A " + schedule + " schedule needs a positive number of updates, not " + updates);
        }
    }
}
