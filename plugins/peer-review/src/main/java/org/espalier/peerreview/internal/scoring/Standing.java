package org.espalier.peerreview.internal.scoring;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Orders by value. */
public final class Standing {
    private Standing() {
    }

    /** Indices of the first {@code count} values, the greatest value first; of equals the one with the lower index. */
    public static int[] descending(double[] values, int count) {
        return IntStream.range(0, count).boxed().sorted(Comparator.comparingDouble((Integer i) -> -values[i])).mapToInt(Integer::intValue).toArray();
    }

    /** r: the place of each of the first {@code count} values in that order, 0 for the greatest. */
    public static int[] ranks(double[] values, int count) {
        int[] order = descending(values, count);
        int[] ranks = new int[count];
        for (int place = 0; place < count; place++) {
            ranks[order[place]] = place;
        }
        return ranks;
    }
}
