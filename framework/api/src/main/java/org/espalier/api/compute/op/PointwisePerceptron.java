package org.espalier.api.compute.op;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * A perceptron with one hidden layer that looks at the same place of several maps: at each place U2^T relu(U1^T s), where s holds that place's values in the K maps. The
 * hidden layer, {@code inner} values for every place, is never there as a whole: it is worked out for some places at a time, and once more for the gradient.
 */
public final class PointwisePerceptron extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_pointwise_perceptron";

    private PointwisePerceptron(SameDiff graph, SDVariable[] inputs) {
        super(graph, inputs);
    }

    /**
     * The perceptron's map, of the shape of the others.
     *
     * @param maps   K maps of one shape
     * @param first  U1, [K, inner]
     * @param second U2, [inner, 1]
     */
    public static SDVariable of(List<SDVariable> maps, SDVariable first, SDVariable second) {
        return new PointwisePerceptron(first.getSameDiff(), Stream.concat(Stream.of(first, second), maps.stream()).toArray(SDVariable[]::new)).outputVariable();
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        long[] first = inputs.get(0);
        if (first.length != 2 || first[0] != inputs.size() - 2 || inputs.get(1)[0] != first[1]) {
            throw new IllegalArgumentException("Pointwise perceptron: " + (inputs.size() - 2) + " maps need a first matrix of as many rows, and a second of as many rows as the first has columns");
        }
        return inputs.get(2);
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> gradients) {
        List<SDVariable> inputs = new ArrayList<>(List.of(args()));
        inputs.add(gradients.get(0));
        return List.of(new PointwisePerceptronGradient(sameDiff, inputs.toArray(SDVariable[]::new)).outputVariables());
    }
}
