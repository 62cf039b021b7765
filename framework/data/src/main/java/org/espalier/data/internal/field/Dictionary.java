package org.espalier.data.internal.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The features of one column's values: the rare ones' first, if there is one, then the others in the order of their bytes. */
final class Dictionary {
    private final boolean rare;
    private final List<byte[]> texts;
    /** A key, then check bits above its code: side by side, so that one look into memory finds both. */
    private final long[] entries;

    Dictionary(List<ValueCounts.Kept> kept, boolean rare) {
        List<ValueCounts.Kept> sorted = kept.stream().sorted(Comparator.comparing(ValueCounts.Kept::text, Arrays::compareUnsigned)).toList();
        this.rare = rare;
        texts = sorted.stream().map(ValueCounts.Kept::text).toList();
        entries = new long[2 * Math.max(4, Integer.highestOneBit(Math.max(1, sorted.size())) * 4)];
        for (int i = 0; i < sorted.size(); i++) {
            int at = place(sorted.get(i).key(), sorted.get(i).check());
            entries[at] = sorted.get(i).key();
            entries[at + 1] = (long) sorted.get(i).check() << Integer.SIZE | (rare ? i + 1 : i);
        }
    }

    /** The features of values from 0, 0 for those that have none of their own. Looks at all places first, as {@link CountTable#fetch} does. */
    long codes(HashedValues values, int from, int to, int[] codes) {
        int mask = entries.length - 1;
        long seen = 0;
        for (int i = from; i < to; i++) {
            seen += entries[(int) values.key(i) << 1 & mask];
        }
        for (int i = from; i < to; i++) {
            codes[i - from] = (int) entries[place(values.key(i), values.check(i)) + 1];
        }
        return seen;
    }

    /** Number of features, at least 1. */
    int size() {
        return Math.max(1, texts.size() + (rare ? 1 : 0));
    }

    /** What each feature stands for; empty for the rare values'. */
    List<byte[]> names() {
        List<byte[]> names = new ArrayList<>(size());
        if (rare || texts.isEmpty()) {
            names.add(new byte[0]);
        }
        names.addAll(texts);
        return names;
    }

    private int place(long key, int check) {
        int mask = entries.length - 1;
        int at = (int) key << 1 & mask;
        while (entries[at] != 0 && (entries[at] != key || entries[at + 1] >>> Integer.SIZE != check)) {
            at = at + 2 & mask;
        }
        return at;
    }
}
