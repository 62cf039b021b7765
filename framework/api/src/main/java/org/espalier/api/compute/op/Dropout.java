package org.espalier.api.compute.op;

import java.util.List;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Inverted dropout (Srivastava et al., JMLR 15, 2014, section 10): in every step each element is zeroed with probability {@code rate} and otherwise scaled by 1 / (1 - rate). The mask follows from
 * the program's random key, the stream's name, the iteration and the element's index, so nothing is stored for the gradient and a resumed
 * run draws the same masks.
 */
public final class Dropout extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_dropout";

    private final double rate;
    private final String stream;

    private Dropout(SameDiff graph, SDVariable input, double rate, String stream) {
        super(graph, input);
        this.rate = rate;
        this.stream = stream;
    }

    /**
     * Drops elements of {@code input}.
     *
     * @param rate   probability of zeroing an element, in [0, 1); with 0 the input itself is returned
     * @param input  of any shape and a floating-point type, which the result has, too
     * @param stream name of the mask; masks of different names are independent
     * @throws IllegalArgumentException if the rate is outside its range
     */
    public static SDVariable of(SDVariable input, double rate, String stream) {
        requireRate(rate, stream);
        return rate == 0 ? input : new Dropout(input.getSameDiff(), input, rate, stream).outputVariable();
    }

    static void requireRate(double rate, String stream) {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("Dropout '" + stream + "': the rate is " + rate + ", but must be in [0, 1): what is kept is divided by 1 - rate");
        }
    }

    /** Probability of zeroing an element. */
    public double rate() {
        return rate;
    }

    /** Name of the mask. */
    public String stream() {
        return stream;
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        return inputs.get(0);
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> gradients) {
        return List.of(new Dropout(sameDiff, gradients.get(0), rate, stream).outputVariable());
    }
}
