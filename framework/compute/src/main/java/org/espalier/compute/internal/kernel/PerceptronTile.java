package org.espalier.compute.internal.kernel;

import java.util.List;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Room for some places of a pointwise perceptron: few enough that the hidden layer stays in the processor's second cache. What is left of the last tile is zeros, which
 * change nothing. One thread's own.
 */
final class PerceptronTile {
    private static final int HIDDEN_VALUES = 1 << 16;

    private final DataType type;
    private final int places;
    private final INDArray maps;
    private final INDArray hidden;
    private final INDArray out;
    private final INDArray byHidden;
    private final INDArray byMaps;
    private final INDArray byFirst;
    private final INDArray bySecond;
    private final Rectifier rectifier;
    private final Runnable throughFirst;
    private final Runnable output;
    private final Runnable throughSecond;
    private final List<Runnable> gradients;

    /**
     * @param first  U1, [K, inner]
     * @param second U2, [inner, 1]
     */
    PerceptronTile(INDArray first, INDArray second) {
        int inputs = Math.toIntExact(first.size(0));
        int inner = Math.toIntExact(first.size(1));
        this.type = first.dataType();
        this.places = places(inner);
        this.maps = Nd4j.create(type, inputs, places);
        this.hidden = Nd4j.create(type, inner, places);
        this.out = Nd4j.create(type, 1, places);
        this.byHidden = Nd4j.create(type, inner, places);
        this.byMaps = Nd4j.create(type, inputs, places);
        this.byFirst = Nd4j.create(type, inputs, inner);
        this.bySecond = Nd4j.create(type, inner, 1);
        this.rectifier = new Rectifier(hidden, byHidden);
        this.throughFirst = product(first, true, maps, false, hidden);
        this.output = product(second, true, hidden, false, out);
        this.throughSecond = product(second, false, out, false, byHidden);
        this.gradients = List.of(product(maps, false, byHidden, true, byFirst), product(hidden, false, out, true, bySecond), product(first, false, byHidden, false, byMaps));
    }

    /** Places in a tile. */
    static int places(int inner) {
        return Math.max(16, HIDDEN_VALUES / inner);
    }

    /** The output of places from {@code from} on. */
    void forward(List<INDArray> sources, int from, int count, INDArray target) {
        hidden(sources, from, count);
        output.run();
        copy(out, 0, target, from, count);
    }

    /** The gradients by the maps; those by the matrices are in {@link #byFirst()} and {@link #bySecond()}. */
    void backward(List<INDArray> sources, INDArray gradient, int from, int count, List<INDArray> targets) {
        hidden(sources, from, count);
        load(gradient, from, count, out, 0);
        throughSecond.run();
        rectifier.mask();
        gradients.forEach(Runnable::run);
        for (int k = 0; k < targets.size(); k++) {
            copy(byMaps, k * places, targets.get(k), from, count);
        }
    }

    /** Of the last {@link #backward}, summed over its places. */
    INDArray byFirst() {
        return byFirst;
    }

    /** Of the last {@link #backward}, summed over its places. */
    INDArray bySecond() {
        return bySecond;
    }

    private void hidden(List<INDArray> sources, int from, int count) {
        for (int k = 0; k < sources.size(); k++) {
            load(sources.get(k), from, count, maps, k * places);
        }
        throughFirst.run();
        rectifier.rectify();
    }

    /** Elements into a row of a tile, and zeros after them. */
    private void load(INDArray source, int from, int count, INDArray tile, int at) {
        copy(source, from, tile, at, count);
        if (count < places) {
            Pointer.memset(bytes(tile, at + count), 0, (long) (places - count) * type.width());
        }
    }

    private void copy(INDArray source, int from, INDArray target, int to, int count) {
        Pointer.memcpy(bytes(target, to), bytes(source, from), (long) count * type.width());
    }

    private BytePointer bytes(INDArray array, int element) {
        return Raw.bytes(array).getPointer((long) element * type.width());
    }

    private Runnable product(INDArray a, boolean turnA, INDArray b, boolean turnB, INDArray c) {
        Matrix left = new Matrix(a, turnA);
        Matrix right = new Matrix(b, turnB);
        Matrix result = new Matrix(c, false);
        Panel whole = new Panel(0, result.rows(), 0, result.columns());
        return type == DataType.FLOAT ? Blas.floats(left, right, result, 0, whole) : Blas.doubles(left, right, result, 0, whole);
    }
}
