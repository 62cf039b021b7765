package org.espalier.compute.internal.kernel.pairs;

import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.MatmulKernels;
import org.espalier.compute.internal.kernel.Memory;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.Vectors;
import org.espalier.compute.internal.memory.NativeMemory;

/**
 * relu(U1^T (h_i * h_j) + b) for the pairs of a chunk.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class HiddenLayer<A> {
    private final PairShape shape;
    private final Vectors<A> vectors;
    private final Memory<A> bias;
    private final A biases;
    private final A zeros;
    private final A product;
    private final Exchange<A> products;
    private final Exchange<A> hidden;
    private final Kernel[] sums;

    HiddenLayer(PairShape shape, Site site, Vectors<A> vectors, MatmulKernels matmul, NativeMemory memory) {
        this.shape = shape;
        this.vectors = vectors;
        this.bias = vectors.memory(site.inputs().get(2));
        this.products = new Exchange<>(shape.type(), shape.rows(), shape.width(), vectors, memory);
        this.hidden = new Exchange<>(shape.type(), shape.rows(), shape.inner(), vectors, memory);
        this.biases = vectors.array(hidden.length(shape.rows()));
        this.zeros = vectors.array(hidden.length(shape.rows()));
        this.product = vectors.array(shape.fieldLength());
        this.sums = shape.each(rows -> matmul.product(products.rows(rows), false, site.inputs().get(1), false, hidden.rows(rows)));
    }

    /** Reads the bias; to be called at the beginning of a run. */
    void begin() {
        for (int row = 0; row < shape.rows(); row++) {
            bias.read(0, biases, row * shape.inner(), shape.inner());
        }
    }

    /** Works out the layer. */
    void work(PairChunk chunk, FieldTile<A> fields) {
        for (int pair = 0; pair < chunk.count(); pair++) {
            vectors.multiply(fields.get(chunk.first()[pair]), fields.get(chunk.second()[pair]), product, shape.fieldLength());
            products.write(pair, product, shape.fieldLength());
        }
        sums[chunk.count()].run(0);
        int rows = shape.rows(chunk);
        A values = hidden.pull(rows);
        vectors.add(values, biases, values, hidden.length(rows));
        vectors.max(values, zeros, values, hidden.length(rows));
        hidden.push(rows);
    }

    /** h_i * h_j, [rows, d]. */
    Exchange<A> products() {
        return products;
    }

    /** The layer, [rows, inner]. */
    Exchange<A> hidden() {
        return hidden;
    }
}
