package org.espalier.api.compute.op;

import java.util.Arrays;
import java.util.List;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * A perceptron with one hidden layer that looks at the products of all pairs of rows of a matrix: U2^T relu(U1^T (h_i * h_j) + b) for every i and j, i = j included, where *
 * multiplies element by element. It is worked out once for (i, j) and (j, i), and neither the products nor the hidden layer are ever there as a whole: for some pairs at a
 * time, and once more for the gradient. A program with other shapes is refused when it is compiled, with an {@link IllegalArgumentException} that names them.
 */
public final class PairPerceptron extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_pair_perceptron";

    private PairPerceptron(SameDiff graph, SDVariable... inputs) {
        super(graph, inputs);
    }

    /**
     * The perceptron's outputs for all pairs, [B, outer, M, M].
     *
     * @param rows   B matrices h, [B, M, d]
     * @param first  U1, [d, inner]
     * @param bias   b, [inner]
     * @param second U2, [inner, outer]
     */
    public static SDVariable of(SDVariable rows, SDVariable first, SDVariable bias, SDVariable second) {
        return new PairPerceptron(rows.getSameDiff(), rows, first, bias, second).outputVariable();
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        long[] rows = inputs.get(0);
        long[] first = inputs.get(1);
        long[] bias = inputs.get(2);
        long[] second = inputs.get(3);
        if (rows.length != 3 || first.length != 2 || bias.length != 1 || second.length != 2 || first[0] != rows[2] || bias[0] != first[1] || second[0] != first[1]) {
            throw new IllegalArgumentException("Pair perceptron: it needs rows [B, M, d], a first matrix [d, inner], a bias [inner] and a second matrix [inner, outer], not "
                    + Arrays.deepToString(inputs.toArray()));
        }
        return new long[] {rows[0], second[1], rows[1], rows[1]};
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> gradients) {
        return List.of(new PairPerceptronGradient(sameDiff, arg(0), arg(1), arg(2), arg(3), gradients.get(0)).outputVariables());
    }
}
