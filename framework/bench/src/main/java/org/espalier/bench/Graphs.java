package org.espalier.bench;

import java.util.Random;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Small words for building the graphs of cases. */
final class Graphs {
    private Graphs() {
    }

    /** A trainable variable of small random numbers. */
    static SDVariable parameter(SameDiff graph, String name, long... shape) {
        return graph.var(name, uniform(-0.1, 0.1, shape));
    }

    /** Uniform random numbers, float32. */
    static INDArray uniform(double low, double high, long... shape) {
        return Nd4j.rand(DataType.FLOAT, shape).muli(high - low).addi(low);
    }

    /** Random whole numbers below {@code bound}, int32. */
    static INDArray integers(int bound, long... shape) {
        Random random = new Random(1);
        int count = 1;
        for (long extent : shape) {
            count *= (int) extent;
        }
        return Nd4j.createFromArray(random.ints(count, 0, bound).toArray()).reshape(shape);
    }

    /** {@code x W + b} with parameters of their own. */
    static SDVariable dense(SDVariable x, String name, int in, int out) {
        SameDiff graph = x.getSameDiff();
        return x.mmul(parameter(graph, name + ".w", in, out)).add(parameter(graph, name + ".b", out));
    }
}
