package org.espalier.api.compute.op;

import java.util.Arrays;
import java.util.List;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * A perceptron with one hidden layer that looks at the same place of several maps: at each place U2^T relu(U1^T s), where s holds that place's values in the K maps. The
 * hidden layer, {@code inner} values for every place, is never there as a whole: it is worked out for some places at a time, and once more for the gradient.
 * A program with other shapes is refused when it is compiled, with an {@link IllegalArgumentException} that names them.
 */
public final class PointwisePerceptron extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_pointwise_perceptron";

    private PointwisePerceptron(SameDiff graph, SDVariable first, SDVariable second, SDVariable maps) {
        super(graph, first, second, maps);
    }

    /**
     * The perceptron's map, of the shape of each of the others.
     *
     * @param maps   K maps of one shape, stacked along the first dimension
     * @param first  U1, [K, inner]
     * @param second U2, [inner, 1]
     */
    public static SDVariable of(SDVariable maps, SDVariable first, SDVariable second) {
        return new PointwisePerceptron(maps.getSameDiff(), first, second, maps).outputVariable();
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        long[] first = inputs.get(0);
        long[] maps = inputs.get(2);
        if (first.length != 2 || maps.length < 2 || first[0] != maps[0] || inputs.get(1)[0] != first[1]) {
            throw new IllegalArgumentException("Pointwise perceptron: " + maps[0] + " maps need a first matrix of as many rows, and a second of as many rows as the first has columns");
        }
        return Arrays.copyOfRange(maps, 1, maps.length);
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> gradients) {
        return List.of(new PointwisePerceptronGradient(sameDiff, arg(0), arg(1), arg(2), gradients.get(0)).outputVariables());
    }
}
