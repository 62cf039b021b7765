package org.espalier.compute.internal.kernel.pairs;

import org.espalier.compute.internal.kernel.Memory;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.Vectors;

/**
 * Sums over pairs, or their gradient, tile by tile. One thread's own.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class PairSumTile<A> {
    private final PairShape shape;
    private final Vectors<A> vectors;
    private final FieldTile<A> fields;
    private final Memory<A> source;
    private final Memory<A> last;
    private final Memory<A> target;
    private final A sum;
    private final A other;

    /** @param site of the op or of its gradient */
    PairSumTile(PairShape shape, Site site, Vectors<A> vectors) {
        this.shape = shape;
        this.vectors = vectors;
        this.fields = new FieldTile<>(shape, vectors);
        this.source = vectors.memory(site.input());
        this.last = vectors.memory(site.inputs().get(site.inputs().size() - 1));
        this.target = vectors.memory(site.output());
        this.sum = vectors.array(shape.fieldLength());
        this.other = vectors.array(shape.fieldLength());
    }

    /** ( (sum h)^2 - sum h^2 ) / 2. */
    void forward(int tile) {
        int length = shape.fieldLength();
        load(tile);
        vectors.multiply(sum, sum, sum, length);
        for (int field = 0; field < shape.fields(); field++) {
            vectors.multiply(fields.get(field), fields.get(field), other, length);
            vectors.subtract(sum, other, sum, length);
        }
        vectors.scale(sum, 0.5, sum, length);
        target.write(first(tile), sum, 0, count(tile));
    }

    /** g * (sum h - h). */
    void backward(int tile) {
        int length = shape.fieldLength();
        load(tile);
        last.read(first(tile), other, 0, count(tile));
        for (int field = 0; field < shape.fields(); field++) {
            vectors.subtract(sum, fields.get(field), fields.get(field), length);
            vectors.multiply(fields.get(field), other, fields.get(field), length);
        }
        fields.store(target, tile);
    }

    private void load(int tile) {
        fields.load(source, tile);
        vectors.fill(sum, 0, shape.fieldLength(), 0);
        for (int field = 0; field < shape.fields(); field++) {
            vectors.add(sum, fields.get(field), sum, shape.fieldLength());
        }
    }

    private int first(int tile) {
        return tile * shape.fieldLength();
    }

    private int count(int tile) {
        return shape.samples(tile) * shape.width();
    }
}
