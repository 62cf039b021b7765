package org.espalier.compute.internal.kernel.pairs;

import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.Site;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sizes of rows and of a perceptron on their pairs, and how its work is cut, by these alone, so that the thread count does not show.
 *
 * @param type   type of all numbers
 * @param batch  B
 * @param fields M
 * @param width  d
 * @param inner  width of the hidden layer, 0 without
 * @param outer  outputs for each pair, 0 without
 */
record PairShape(DataType type, int batch, int fields, int width, int inner, int outer) {
    /** Numbers of a field in a tile: a few of them fit the first cache. */
    private static final int FIELD = 1024;
    private static final int LEAST_SAMPLES = 8;
    private static final int MOST_SAMPLES = 64;
    /** Rows of a product: enough for OpenBLAS to be fast, few enough for the second cache. */
    private static final int ROWS = 512;

    /** Of the op or its gradient, which have the same first inputs. */
    static PairShape of(Site site) {
        INDArray rows = site.input();
        INDArray second = site.inputs().get(3);
        return new PairShape(rows.dataType(), size(rows, 0), size(rows, 1), size(rows, 2), size(second, 0), size(second, 1));
    }

    /** Without a perceptron. */
    static PairShape ofRows(INDArray rows) {
        return new PairShape(rows.dataType(), size(rows, 0), size(rows, 1), size(rows, 2), 0, 0);
    }

    private static int size(INDArray array, int dimension) {
        return Math.toIntExact(array.size(dimension));
    }

    /** Samples in a tile. */
    int samples() {
        return Math.min(batch, Math.max(LEAST_SAMPLES, Math.min(MOST_SAMPLES, FIELD / width)));
    }

    /** Samples that a tile really has; fewer in the last. */
    int samples(int tile) {
        return Math.min(samples(), batch - tile * samples());
    }

    int tiles() {
        return (batch + samples() - 1) / samples();
    }

    /** Numbers of a field in a tile. */
    int fieldLength() {
        return samples() * width;
    }

    /** Outputs of a sample. */
    int mapsLength() {
        return outer * fields * fields;
    }

    /** Pairs (i, j) with i up to j. */
    int pairs() {
        return fields * (fields + 1) / 2;
    }

    /** Pairs in a chunk; the last may have fewer. */
    int chunk() {
        return Math.min(pairs(), Math.max(1, ROWS / samples()));
    }

    /** Rows of the greatest chunk's matrices. */
    int rows() {
        return chunk() * samples();
    }

    int rows(PairChunk chunk) {
        return chunk.count() * samples();
    }

    /** A kernel for each number of pairs that a chunk may have, at that place. */
    Kernel[] each(IntFunction<Kernel> ofRows) {
        Kernel[] kernels = new Kernel[chunk() + 1];
        Stream.of(chunk(), pairs() % chunk()).filter(pairs -> pairs > 0).forEach(pairs -> kernels[pairs] = ofRows.apply(pairs * samples()));
        return kernels;
    }
}
