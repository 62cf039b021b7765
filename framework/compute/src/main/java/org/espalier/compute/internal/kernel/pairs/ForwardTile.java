package org.espalier.compute.internal.kernel.pairs;

import java.util.List;

import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.MatmulKernels;
import org.espalier.compute.internal.kernel.Memory;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.Vectors;
import org.espalier.compute.internal.memory.NativeMemory;

/**
 * A pair perceptron's outputs, tile by tile. One thread's own.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class ForwardTile<A> {
    private final PairShape shape;
    private final List<PairChunk> chunks;
    private final FieldTile<A> fields;
    private final HiddenLayer<A> layer;
    private final Exchange<A> outputs;
    private final PairMaps<A> maps;
    private final Kernel[] throughSecond;
    private final Memory<A> source;
    private final Memory<A> target;

    ForwardTile(PairShape shape, Site site, Vectors<A> vectors, MatmulKernels matmul, NativeMemory memory) {
        this.shape = shape;
        this.chunks = PairChunk.all(shape);
        this.fields = new FieldTile<>(shape, vectors);
        this.layer = new HiddenLayer<>(shape, site, vectors, matmul, memory);
        this.outputs = new Exchange<>(shape.type(), shape.rows(), shape.outer(), vectors, memory);
        this.maps = new PairMaps<>(shape, vectors);
        this.throughSecond = shape.each(rows -> matmul.product(layer.hidden().rows(rows), false, site.inputs().get(3), false, outputs.rows(rows)));
        this.source = vectors.memory(site.input());
        this.target = vectors.memory(site.output());
    }

    /** To be called at the beginning of a run. */
    void begin() {
        layer.begin();
    }

    /** Works on a tile. */
    void work(int tile) {
        fields.load(source, tile);
        for (PairChunk chunk : chunks) {
            layer.work(chunk, fields);
            throughSecond[chunk.count()].run(0);
            maps.spread(chunk, outputs.pull(shape.rows(chunk)));
        }
        maps.store(target, tile);
    }
}
