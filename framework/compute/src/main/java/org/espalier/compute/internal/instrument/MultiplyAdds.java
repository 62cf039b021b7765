package org.espalier.compute.internal.instrument;

import org.espalier.api.compute.op.PairPerceptron;
import org.espalier.api.compute.op.PairPerceptronGradient;
import org.espalier.api.compute.op.PointwisePerceptron;
import org.espalier.api.compute.op.PointwisePerceptronGradient;
import org.espalier.compute.internal.graph.TensorProductGradient;
import org.espalier.compute.internal.kernel.Site;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2DDerivative;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.api.ops.impl.reduce.MmulBp;
import org.nd4j.linalg.api.ops.impl.reduce.TensorMmul;
import org.nd4j.linalg.api.ops.impl.transforms.custom.XwPlusB;

/** Multiply-adds of the matrix products that an op is made of, by the sizes of its arrays. */
final class MultiplyAdds {
    private final Site site;

    private MultiplyAdds(Site site) {
        this.site = site;
    }

    /** 0 if it is no product. */
    static long of(Site site) {
        return new MultiplyAdds(site).count();
    }

    private long count() {
        DifferentialFunction op = site.op();
        if (op instanceof Mmul || op instanceof XwPlusB) {
            return product(site.output(), matrices(site.output()));
        }
        if (op instanceof MmulBp) {
            long read = site.outputs().stream().filter(output -> output != null).count();
            return read * product(input(2), matrices(input(2)));
        }
        if (op instanceof TensorMmul) {
            return product(site.output(), 1);
        }
        if (op instanceof TensorProductGradient) {
            return 2 * product(input(2), 1);
        }
        if (op instanceof Conv2DDerivative gradient) {
            return 2 * convolution(gradient, input(site.inputs().size() - 1));
        }
        return op instanceof Conv2D convolution ? convolution(convolution, site.output()) : perceptrons(op);
    }

    /** The hidden layer is a product; its gradient makes it again, and has one by each factor. */
    private long perceptrons(DifferentialFunction op) {
        if (op instanceof PointwisePerceptron) {
            return site.output().length() * input(0).length();
        }
        if (op instanceof PointwisePerceptronGradient) {
            return 3 * input(3).length() * input(0).length();
        }
        if (op instanceof PairPerceptron) {
            return pairs() * (input(1).length() + input(3).length());
        }
        return op instanceof PairPerceptronGradient ? pairs() * (3 * input(1).length() + 2 * input(3).length()) : 0;
    }

    private INDArray input(int number) {
        return site.inputs().get(number);
    }

    /** Of factors [m, k], [k, n] and the result [m, n] the lengths, times each other, have the root m k n. */
    private long product(INDArray result, long matrices) {
        return Math.round(Math.sqrt((double) input(0).length() * input(1).length() * result.length() / matrices));
    }

    private static long matrices(INDArray result) {
        long matrices = 1;
        for (int d = 0; d < result.rank() - 2; d++) {
            matrices *= result.size(d);
        }
        return matrices;
    }

    /** For each output the weights of its filter. The filters are the last dimension of weights in format 0, otherwise the first. */
    private long convolution(DynamicCustomOp op, INDArray output) {
        INDArray weights = input(1);
        boolean last = op.numIArguments() < 11 || op.getIArgument(10) == 0;
        return output.length() * (weights.length() / weights.size(last ? -1 : 0));
    }

    /** Pairs (i, j) with i up to j of all samples of rows [B, M, d]. */
    private long pairs() {
        long fields = input(0).size(1);
        return input(0).size(0) * (fields * (fields + 1) / 2);
    }
}
