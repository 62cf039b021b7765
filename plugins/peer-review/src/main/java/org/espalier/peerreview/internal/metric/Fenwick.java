package org.espalier.peerreview.internal.metric;

/** Counts of values below a bound, each added or asked for in O(log n). */
final class Fenwick {
    private final int[] tree;

    /** @param size values are in [0, size) */
    Fenwick(int size) {
        tree = new int[size + 1];
    }

    void add(int value) {
        for (int at = value + 1; at < tree.length; at += at & -at) {
            tree[at]++;
        }
    }

    /** Number of values added that are below this one. */
    int below(int value) {
        int count = 0;
        for (int at = value; at > 0; at -= at & -at) {
            count += tree[at];
        }
        return count;
    }
}
