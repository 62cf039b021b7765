package org.espalier.compute.internal.kernel.pairs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pairs (i, j) of fields that are worked on together, i up to j.
 *
 * @param first  i of each
 * @param second j of each
 */
record PairChunk(int[] first, int[] second) {

    int count() {
        return first.length;
    }

    /** All pairs in the order of i, then j; the last chunk may be smaller than the others. */
    static List<PairChunk> all(PairShape shape) {
        int[] first = new int[shape.pairs()];
        int[] second = new int[shape.pairs()];
        int pair = 0;
        for (int i = 0; i < shape.fields(); i++) {
            for (int j = i; j < shape.fields(); j++) {
                first[pair] = i;
                second[pair++] = j;
            }
        }
        List<PairChunk> chunks = new ArrayList<>();
        for (int from = 0; from < pair; from += shape.chunk()) {
            int to = Math.min(pair, from + shape.chunk());
            chunks.add(new PairChunk(Arrays.copyOfRange(first, from, to), Arrays.copyOfRange(second, from, to)));
        }
        return chunks;
    }
}
