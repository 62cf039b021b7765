package org.espalier.compute.internal.kernel.pairs;

import java.util.List;
import java.util.stream.Stream;

import org.espalier.compute.internal.kernel.Memory;
import org.espalier.compute.internal.kernel.Vectors;

/**
 * Some samples of a batch, an array [samples, d] for each field. Samples that the last tile lacks are zeros, which change nothing.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class FieldTile<A> {
    private final PairShape shape;
    private final Vectors<A> vectors;
    private final List<A> fields;

    FieldTile(PairShape shape, Vectors<A> vectors) {
        this.shape = shape;
        this.vectors = vectors;
        this.fields = Stream.generate(() -> vectors.array(shape.fieldLength())).limit(shape.fields()).toList();
    }

    A get(int field) {
        return fields.get(field);
    }

    void clear() {
        fields.forEach(field -> vectors.fill(field, 0, shape.fieldLength(), 0));
    }

    /** Reads a tile of [B, M, d]. */
    void load(Memory<A> source, int tile) {
        clear();
        for (int field = 0; field < shape.fields(); field++) {
            for (int sample = 0; sample < shape.samples(tile); sample++) {
                source.read(place(tile, sample, field), fields.get(field), sample * shape.width(), shape.width());
            }
        }
    }

    /** Writes a tile of [B, M, d]. */
    void store(Memory<A> target, int tile) {
        for (int field = 0; field < shape.fields(); field++) {
            for (int sample = 0; sample < shape.samples(tile); sample++) {
                target.write(place(tile, sample, field), fields.get(field), sample * shape.width(), shape.width());
            }
        }
    }

    private int place(int tile, int sample, int field) {
        return ((tile * shape.samples() + sample) * shape.fields() + field) * shape.width();
    }
}
