package org.espalier.data.internal.field;

/** Counts by key and check bits, up to a threshold: open addressing, linear probing. */
final class CountTable {
    /** The largest capacity. */
    static final int GREATEST = 1 << 29;
    private static final int COUNT_BITS = 16;
    private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;

    private final long[] keys;
    /** Check bits above, count below. */
    private final int[] counts;
    private int size;

    /** @param capacity a power of two */
    CountTable(int capacity) {
        keys = new long[capacity];
        counts = new int[capacity];
    }

    /** Counts one more; true if that makes {@code threshold}. Beyond it nothing is counted. */
    boolean increment(long key, int check, int threshold) {
        int at = place(key, check);
        if (keys[at] == 0) {
            keys[at] = key;
            counts[at] = check << COUNT_BITS;
            size++;
        }
        if ((counts[at] & COUNT_MASK) >= threshold) {
            return false;
        }
        counts[at]++;
        return (counts[at] & COUNT_MASK) == threshold;
    }

    /** Looks at the places of some keys, all at once, so that the processor fetches them from memory while it goes on. Returns nothing of interest. */
    long fetch(HashedValues values, int from, int to) {
        int mask = keys.length - 1;
        long seen = 0;
        for (int i = from; i < to; i++) {
            int at = (int) values.key(i) & mask;
            seen += keys[at] + counts[at];
        }
        return seen;
    }

    /** A table of another capacity with those of its keys that are in the range. */
    CountTable copied(int capacity, HashRange range) {
        CountTable copy = new CountTable(capacity);
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0 && range.has(keys[i])) {
                int at = copy.place(keys[i], counts[i] >>> COUNT_BITS);
                copy.keys[at] = keys[i];
                copy.counts[at] = counts[i];
                copy.size++;
            }
        }
        return copy;
    }

    /** Whether it is so full that it gets slow. */
    boolean full() {
        return size >= keys.length - keys.length / 4;
    }

    int size() {
        return size;
    }

    int capacity() {
        return keys.length;
    }

    private int place(long key, int check) {
        int mask = keys.length - 1;
        int at = (int) key & mask;
        while (keys[at] != 0 && (keys[at] != key || counts[at] >>> COUNT_BITS != check)) {
            at = at + 1 & mask;
        }
        return at;
    }
}
