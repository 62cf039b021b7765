package org.espalier.compute.internal.kernel.pairs;

import org.espalier.compute.internal.kernel.Memory;
import org.espalier.compute.internal.kernel.Vectors;

/**
 * A tile's outputs, or the gradient by them: [samples, outer, M, M].
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class PairMaps<A> {
    private final PairShape shape;
    private final Vectors<A> vectors;
    private final A maps;

    PairMaps(PairShape shape, Vectors<A> vectors) {
        this.shape = shape;
        this.vectors = vectors;
        this.maps = vectors.array(shape.samples() * shape.mapsLength());
    }

    void load(Memory<A> source, int tile) {
        int length = shape.samples(tile) * shape.mapsLength();
        source.read(tile * shape.samples() * shape.mapsLength(), maps, 0, length);
        vectors.fill(maps, length, shape.samples() * shape.mapsLength(), 0);
    }

    void store(Memory<A> target, int tile) {
        target.write(tile * shape.samples() * shape.mapsLength(), maps, 0, shape.samples(tile) * shape.mapsLength());
    }

    /** Puts rows of outputs where their pairs are, at (i, j) and at (j, i). */
    void spread(PairChunk chunk, A rows) {
        for (int sample = 0; sample < shape.samples(); sample++) {
            for (int output = 0; output < shape.outer(); output++) {
                int map = (sample * shape.outer() + output) * shape.fields() * shape.fields();
                for (int pair = 0; pair < chunk.count(); pair++) {
                    double value = vectors.get(rows, row(pair, sample, output));
                    vectors.set(maps, map + upper(chunk, pair), value);
                    vectors.set(maps, map + lower(chunk, pair), value);
                }
            }
        }
    }

    /** Collects the gradients by rows of outputs, each the sum of those at (i, j) and at (j, i). */
    void collect(PairChunk chunk, A rows) {
        for (int sample = 0; sample < shape.samples(); sample++) {
            for (int output = 0; output < shape.outer(); output++) {
                int map = (sample * shape.outer() + output) * shape.fields() * shape.fields();
                for (int pair = 0; pair < chunk.count(); pair++) {
                    int upper = upper(chunk, pair);
                    int lower = lower(chunk, pair);
                    double value = vectors.get(maps, map + upper);
                    vectors.set(rows, row(pair, sample, output), upper == lower ? value : value + vectors.get(maps, map + lower));
                }
            }
        }
    }

    private int row(int pair, int sample, int output) {
        return (pair * shape.samples() + sample) * shape.outer() + output;
    }

    private int upper(PairChunk chunk, int pair) {
        return chunk.first()[pair] * shape.fields() + chunk.second()[pair];
    }

    private int lower(PairChunk chunk, int pair) {
        return chunk.second()[pair] * shape.fields() + chunk.first()[pair];
    }
}
