package org.espalier.graphfm.internal.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.espalier.api.run.RandomSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Makes the parameters and constants of one network. A parameter's initial value depends on its name and the trial's seed only. */
final class Weights {
    private static final double EMBEDDING_DEVIATION = 0.01;

    private final SameDiff graph;
    private final RandomSource random;
    private final DataType type;
    private final Map<String, SDVariable> matrices = new LinkedHashMap<>();

    /** @param type type of all the network's numbers */
    Weights(SameDiff graph, RandomSource random, DataType type) {
        this.graph = graph;
        this.random = random;
        this.type = type;
    }

    SameDiff graph() {
        return graph;
    }

    DataType type() {
        return type;
    }

    /** An embedding table: a row for each feature, N(0, 0.01^2). */
    SDVariable embedding(String name, int features, int width) {
        return normal(name, EMBEDDING_DEVIATION, features, width);
    }

    /** A matrix, uniform in (-a, a) with a = sqrt(6 / (in + out)) (Glorot and Bengio 2010, equation 16). */
    SDVariable matrix(String name, int in, int out) {
        return glorot(name, in, out, in, out);
    }

    /** One matrix for each field, initialised one by one: [fields, in, out]. */
    SDVariable matrices(String name, int fields, int in, int out) {
        return glorot(name, in, out, fields, in, out);
    }

    /** A weight for each pair of fields in each dimension, initialised as a matrix [fields - 1, width] for each field: [width, fields, fields]. */
    SDVariable pairs(String name, int width, int fields) {
        return glorot(name, fields - 1, width, width, fields, fields);
    }

    /** What keeps a field from itself: 0 on the diagonal, 1 elsewhere, [1, fields, fields]. */
    SDVariable offDiagonal(int fields) {
        return graph.constant(Nd4j.eye(fields).rsubi(1).reshape(1, fields, fields).castTo(type));
    }

    /** A vector that multiplies like a matrix of one column. */
    SDVariable column(String name, int in) {
        return glorot(name, in, 1, in);
    }

    /** Draws from N(0, deviation^2). */
    SDVariable normal(String name, double deviation, int... shape) {
        RandomGenerator generator = random.generator("initial " + name);
        return parameter(name, filled(shape, () -> deviation * generator.nextGaussian()), shape);
    }

    /** Zeros, for biases. */
    SDVariable zeros(String name, int... shape) {
        return parameter(name, filled(shape, () -> 0), shape);
    }

    /** Ones, for scales. */
    SDVariable ones(String name, int... shape) {
        return parameter(name, filled(shape, () -> 1), shape);
    }

    /** Something that stays as it is: the same number everywhere. */
    SDVariable filled(double value, int... shape) {
        return graph.constant(Nd4j.valueArrayOf(longs(shape), value, type));
    }

    /** Whole numbers that stay as they are. */
    SDVariable indices(int... numbers) {
        return graph.constant(Nd4j.createFromArray(numbers));
    }

    /** The matrices made so far whose names start so, in order. */
    List<SDVariable> matricesOf(String prefix) {
        return matrices.entrySet().stream().filter(entry -> entry.getKey().startsWith(prefix)).map(Map.Entry::getValue).toList();
    }

    private SDVariable glorot(String name, int in, int out, int... shape) {
        RandomGenerator generator = random.generator("initial " + name);
        double bound = Math.sqrt(6.0 / (in + out));
        SDVariable made = parameter(name, filled(shape, () -> generator.nextDouble(-bound, bound)), shape);
        matrices.put(name, made);
        return made;
    }

    private interface Draw {
        double next();
    }

    private static double[] filled(int[] shape, Draw draw) {
        double[] values = new double[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        Arrays.setAll(values, i -> draw.next());
        return values;
    }

    private SDVariable parameter(String name, double[] values, int... shape) {
        return graph.var(name, Nd4j.createFromArray(values).reshape(longs(shape)).castTo(type));
    }

    private static long[] longs(int[] shape) {
        return Arrays.stream(shape).asLongStream().toArray();
    }
}
