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
    /** The tile as it lies in the batch: reading it at once is faster than field by field. */
    private final A block;

    FieldTile(PairShape shape, Vectors<A> vectors) {
        this.shape = shape;
        this.vectors = vectors;
        this.fields = Stream.generate(() -> vectors.array(shape.fieldLength())).limit(shape.fields()).toList();
        this.block = vectors.array(shape.fields() * shape.fieldLength());
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
        source.read(start(tile), block, 0, length(tile));
        for (int sample = 0; sample < shape.samples(tile); sample++) {
            for (int field = 0; field < shape.fields(); field++) {
                System.arraycopy(block, place(sample, field), fields.get(field), sample * shape.width(), shape.width());
            }
        }
    }

    /** Writes a tile of [B, M, d]. */
    void store(Memory<A> target, int tile) {
        for (int sample = 0; sample < shape.samples(tile); sample++) {
            for (int field = 0; field < shape.fields(); field++) {
                System.arraycopy(fields.get(field), sample * shape.width(), block, place(sample, field), shape.width());
            }
        }
        target.write(start(tile), block, 0, length(tile));
    }

    private int start(int tile) {
        return tile * shape.samples() * shape.fields() * shape.width();
    }

    private int length(int tile) {
        return shape.samples(tile) * shape.fields() * shape.width();
    }

    private int place(int sample, int field) {
        return (sample * shape.fields() + field) * shape.width();
    }
}
