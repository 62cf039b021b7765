package org.espalier.compute.internal.kernel.pairs;

import java.util.List;

import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.MatmulKernels;
import org.espalier.compute.internal.kernel.Memory;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.Vectors;
import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A pair perceptron's gradients, tile by tile. One thread's own.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class BackwardTile<A> {
    private final PairShape shape;
    private final Vectors<A> vectors;
    private final List<PairChunk> chunks;
    private final FieldTile<A> fields;
    private final FieldTile<A> byFields;
    private final HiddenLayer<A> layer;
    private final PairMaps<A> maps;
    private final Exchange<A> byOutputs;
    private final Exchange<A> byHidden;
    private final Exchange<A> byProducts;
    private final Kernel[] throughSecond;
    private final Kernel[] throughFirst;
    private final List<ParameterGradient<A>> parameters;
    private final A active;
    private final A byProduct;
    private final A share;
    private final Memory<A> source;
    private final Memory<A> gradient;
    private final Memory<A> target;

    /** @param sums gradients by U1, b and U2 */
    BackwardTile(PairShape shape, Site site, List<ParameterSums<A>> sums, Vectors<A> vectors, MatmulKernels matmul, NativeMemory memory) {
        this.shape = shape;
        this.vectors = vectors;
        this.chunks = PairChunk.all(shape);
        this.fields = new FieldTile<>(shape, vectors);
        this.byFields = new FieldTile<>(shape, vectors);
        this.layer = new HiddenLayer<>(shape, site, vectors, matmul, memory);
        this.maps = new PairMaps<>(shape, vectors);
        this.byOutputs = new Exchange<>(shape.type(), shape.rows(), shape.outer(), vectors, memory);
        this.byHidden = new Exchange<>(shape.type(), shape.rows(), shape.inner(), vectors, memory);
        this.byProducts = new Exchange<>(shape.type(), shape.rows(), shape.width(), vectors, memory);
        this.throughSecond = shape.each(rows -> matmul.product(byOutputs.rows(rows), false, site.inputs().get(3), true, byHidden.rows(rows)));
        this.throughFirst = shape.each(rows -> matmul.product(byHidden.rows(rows), false, site.inputs().get(1), true, byProducts.rows(rows)));
        INDArray ones = memory.array(shape.type(), shape.rows(), 1).assign(1);
        this.parameters = List.of(
                new ParameterGradient<>(shape, sums.get(0), shape.width(), shape.inner(), layer.products()::rows, byHidden::rows, vectors, matmul, memory),
                new ParameterGradient<>(shape, sums.get(1), 1, shape.inner(), rows -> NativeMemory.part(ones, 0, rows, 1), byHidden::rows, vectors, matmul, memory),
                new ParameterGradient<>(shape, sums.get(2), shape.inner(), shape.outer(), layer.hidden()::rows, byOutputs::rows, vectors, matmul, memory));
        this.active = vectors.array(byHidden.length(shape.rows()));
        this.byProduct = vectors.array(shape.fieldLength());
        this.share = vectors.array(shape.fieldLength());
        this.source = vectors.memory(site.input());
        this.gradient = vectors.memory(site.inputs().get(4));
        this.target = vectors.memory(site.output());
    }

    /** To be called at the beginning of a run. */
    void begin() {
        layer.begin();
    }

    /** Works on a tile. */
    void work(int tile) {
        fields.load(source, tile);
        maps.load(gradient, tile);
        byFields.clear();
        parameters.forEach(parameter -> parameter.begin(tile));
        for (PairChunk chunk : chunks) {
            layer.work(chunk, fields);
            hiddenGradient(chunk);
            parameters.forEach(parameter -> parameter.add(tile, chunk));
            fieldGradient(chunk);
        }
        byFields.store(target, tile);
    }

    private void hiddenGradient(PairChunk chunk) {
        int rows = shape.rows(chunk);
        maps.collect(chunk, byOutputs.copy());
        byOutputs.push(rows);
        throughSecond[chunk.count()].run(0);
        A values = byHidden.pull(rows);
        vectors.positive(layer.hidden().copy(), active, byHidden.length(rows));
        vectors.multiply(values, active, values, byHidden.length(rows));
        byHidden.push(rows);
    }

    private void fieldGradient(PairChunk chunk) {
        throughFirst[chunk.count()].run(0);
        for (int pair = 0; pair < chunk.count(); pair++) {
            byProducts.read(pair, byProduct, shape.fieldLength());
            add(fields.get(chunk.first()[pair]), byFields.get(chunk.second()[pair]));
            add(fields.get(chunk.second()[pair]), byFields.get(chunk.first()[pair]));
        }
    }

    private void add(A other, A sum) {
        vectors.multiply(byProduct, other, share, shape.fieldLength());
        vectors.add(sum, share, sum, shape.fieldLength());
    }
}
