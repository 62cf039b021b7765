package org.espalier.compute.internal.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * An array smaller than what is written to it: what belongs to the same element is added up, or the largest of it taken, in double precision. The work is cut
 * into chunks, each with results of its own unless it owns its elements, which are joined in the order of the chunks; how many threads there are does
 * not show. What is folded to one row is first added up in single pieces, place by place, which vector instructions do.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class Fold<A> {
    private final Memory<A> memory;
    private final Walk walk;
    private final Kind kind;
    private final DoubleUnaryOperator end;
    private double[][] results = {};
    private List<Lanes<A>> lanes = List.of();

    /** How elements are joined. */
    enum Kind {
        SUM(0), LARGEST(Double.NEGATIVE_INFINITY);

        private final double neutral;

        Kind(double neutral) {
            this.neutral = neutral;
        }

        double join(double a, double b) {
            return this == SUM ? a + b : Math.max(a, b);
        }
    }

    /** @param end what becomes of a sum */
    Fold(Memory<A> memory, Walk walk, Kind kind, DoubleUnaryOperator end) {
        this.memory = memory;
        this.walk = walk;
        this.kind = kind;
        this.end = end;
    }

    /** Chunks should begin at multiples of this. */
    int inner() {
        return walk.inner();
    }

    /** Number of elements. */
    int size() {
        return memory.size();
    }

    /** Whether chunks that begin at multiples of {@link #inner} have no element in common. */
    boolean isApart() {
        return walk.isColumn();
    }

    private boolean hasLanes() {
        return kind == Kind.SUM && (walk.isRow() || walk.isScalar() && !walk.isWhole());
    }

    /** Called before the first piece of a run. */
    void begin(int chunks) {
        int needed = isApart() ? 1 : chunks;
        if (results.length != needed) {
            results = new double[needed][memory.size()];
            lanes = hasLanes() ? IntStream.range(0, needed).mapToObj(chunk -> new Lanes<A>(memory.size(), results[chunk])).toList() : List.of();
        }
        for (double[] result : results) {
            Arrays.fill(result, kind.neutral);
        }
    }

    /** Takes elements {@code from} to {@code from + count - 1} of the larger array. */
    void write(int chunk, int from, int count, Vectors<A> vectors, A values) {
        double[] result = results[isApart() ? 0 : chunk];
        if (!lanes.isEmpty() && from % result.length == 0) {
            lanes.get(chunk).add(values, count, vectors);
            return;
        }
        int inner = walk.inner();
        int length = Math.min(inner - from % inner, count);
        for (int done = 0; done < count; length = Math.min(inner, count - done)) {
            int place = from + done;
            int element = walk.element(place);
            if (walk.repeats()) {
                result[element] = kind.join(result[element], kind == Kind.SUM ? vectors.sum(values, done, done + length) : vectors.largest(values, done, done + length));
            } else if (kind == Kind.SUM) {
                vectors.accumulate(values, done, length, result, element);
            } else {
                for (int i = 0; i < length; i++) {
                    result[element + i] = Math.max(result[element + i], vectors.get(values, done + i));
                }
            }
            done += length;
        }
    }

    /** Called after the last piece of a chunk. */
    void end(int chunk, Vectors<A> vectors) {
        if (!lanes.isEmpty()) {
            lanes.get(chunk).flush(vectors);
        }
    }

    /** Called after the last piece of a run. */
    void end() {
        for (int i = 0; i < results[0].length; i++) {
            double joined = results[0][i];
            for (int chunk = 1; chunk < results.length; chunk++) {
                joined = kind.join(joined, results[chunk][i]);
            }
            memory.put(i, end.applyAsDouble(joined));
        }
    }
}
