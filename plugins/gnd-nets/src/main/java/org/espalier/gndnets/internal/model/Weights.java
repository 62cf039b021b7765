package org.espalier.gndnets.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.espalier.api.run.RandomSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Makes the parameters of one network. A parameter's initial value depends on its name and the trial's seed only. */
final class Weights {
    private final SameDiff graph;
    private final RandomSource random;
    private final DataType type;
    private final List<SDVariable> all = new ArrayList<>();

    /**
     * @param type type of all the network's numbers
     */
    Weights(SameDiff graph, RandomSource random, DataType type) {
        this.graph = graph;
        this.random = random;
        this.type = type;
    }

    /** A matrix, uniform in (-a, a) with a = sqrt(6 / (rows + cols)) (Glorot and Bengio 2010, equation 16). */
    SDVariable matrix(String name, int rows, int cols) {
        RandomGenerator generator = random.generator("initial " + name);
        double bound = Math.sqrt(6.0 / (rows + cols));
        double[] values = generator.doubles((long) rows * cols, -bound, bound).toArray();
        return add(graph.var(name, array(values, rows, cols)));
    }

    /** A vector of zeros. */
    SDVariable bias(String name, int size) {
        return add(graph.var(name, Nd4j.zeros(type, size)));
    }

    /** A matrix that stays as it is. */
    SDVariable constant(String name, double[] values, int rows, int cols) {
        return graph.constant(name, array(values, rows, cols));
    }

    /** All parameters that were made, in order. */
    List<SDVariable> all() {
        return all;
    }

    private INDArray array(double[] values, int rows, int cols) {
        return Nd4j.createFromArray(values).reshape(rows, cols).castTo(type);
    }

    private SDVariable add(SDVariable variable) {
        all.add(variable);
        return variable;
    }
}
