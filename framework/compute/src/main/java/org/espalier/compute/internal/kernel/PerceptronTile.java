package org.espalier.compute.internal.kernel;

import org.espalier.compute.internal.kernel.Gemm.Block;
import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Room for the hidden layer of a pointwise perceptron at some places, few enough that it stays in the processor's second cache. One thread's own.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class PerceptronTile<A> {
    private static final int HIDDEN_VALUES = 1 << 16;

    private final int inputs;
    private final int inner;
    private final int places;
    private final Vectors<A> vectors;
    private final Gemm gemm;
    private final Block maps;
    private final Block first;
    private final Block hidden;
    private final Memory<A> layer;
    private final A row;
    private final A other;
    private final A zeros;

    /**
     * @param first  U1, [K, inner]
     * @param maps   [K, ...]
     * @param memory for the hidden layer
     */
    PerceptronTile(INDArray first, INDArray maps, Vectors<A> vectors, NativeMemory memory) {
        this.inputs = Math.toIntExact(first.size(0));
        this.inner = Math.toIntExact(first.size(1));
        this.places = places(inner);
        this.vectors = vectors;
        this.gemm = Gemm.of(first.dataType());
        this.maps = Block.of(maps, Math.toIntExact(maps.length() / inputs));
        this.first = Block.of(first, inner).turned();
        INDArray values = memory.array(first.dataType(), inner, places);
        this.hidden = Block.of(values, places);
        this.layer = vectors.memory(values);
        this.row = vectors.array(places);
        this.other = vectors.array(places);
        this.zeros = vectors.array(places);
    }

    /** Places in a tile. */
    static int places(int inner) {
        return Math.max(16, HIDDEN_VALUES / inner);
    }

    /** The output at places from {@code from} on: each row of the hidden layer, rectified, as often as {@code second} says. */
    void forward(int from, int count, Memory<A> second, Memory<A> target) {
        load(from, count);
        A sum = other;
        vectors.fill(sum, 0, count, 0);
        for (int j = 0; j < inner; j++) {
            layer.read(j * places, row, 0, count);
            vectors.max(row, zeros, row, count);
            vectors.scale(row, second.get(j), row, count);
            vectors.add(sum, row, sum, count);
        }
        target.write(from, sum, 0, count);
    }

    /**
     * The gradient at places from {@code from} on, without U2 as a factor: where a hidden value is above 0 it is that of the output, D.
     *
     * @param products grows by the maps times D^T, [K, inner]
     * @param weighted U1, each column times its number in U2
     * @param byMaps   takes the gradient by the maps, [K, ...]
     */
    void backward(int from, int count, Memory<A> gradient, Block products, Block weighted, Block byMaps) {
        load(from, count);
        gradient.read(from, other, 0, count);
        for (int j = 0; j < inner; j++) {
            layer.read(j * places, row, 0, count);
            vectors.positive(row, row, count);
            vectors.multiply(row, other, row, count);
            layer.write(j * places, row, 0, count);
        }
        gemm.run(inputs, inner, count, maps, hidden.turned(), 1, products);
        byMaps.move(from);
        gemm.run(inputs, count, inner, weighted, hidden, 0, byMaps);
    }

    private void load(int from, int count) {
        maps.move(from);
        gemm.run(inner, count, inputs, first, maps, 0, hidden);
    }
}
