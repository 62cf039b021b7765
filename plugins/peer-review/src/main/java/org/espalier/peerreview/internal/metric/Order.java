package org.espalier.peerreview.internal.metric;

import java.util.Arrays;

/** Measures of a permutation x: true places, from 0, in learned order. */
public final class Order {
    private Order() {
    }

    /** Number of pairs i below j with x_i above x_j, in O(m log m). */
    public static long inversions(int[] x) {
        Fenwick seen = new Fenwick(x.length);
        long inversions = 0;
        for (int i = 0; i < x.length; i++) {
            inversions += i - seen.below(x[i]);
            seen.add(x[i]);
        }
        return inversions;
    }

    /** Length of the longest increasing subsequence, by patience sorting. */
    public static int longestIncreasing(int[] x) {
        int[] tails = new int[x.length];
        int length = 0;
        for (int value : x) {
            int place = Arrays.binarySearch(tails, 0, length, value);
            place = place < 0 ? -place - 1 : place;
            tails[place] = value;
            length = Math.max(length, place + 1);
        }
        return length;
    }

    /** 1 - 6 sum (i - x_i)^2 / (m (m^2 - 1)); NaN below two places. */
    public static double spearman(int[] x) {
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            squares += (double) (i - x[i]) * (i - x[i]);
        }
        double m = x.length;
        return m < 2 ? Double.NaN : 1 - 6 * squares / (m * (m * m - 1));
    }

    /** 1 - 4 CIN / (m (m - 1)); NaN below two places. */
    public static double kendall(int[] x) {
        double m = x.length;
        return m < 2 ? Double.NaN : 1 - 4 * inversions(x) / (m * (m - 1));
    }
}
