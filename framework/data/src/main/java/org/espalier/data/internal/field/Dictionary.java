package org.espalier.data.internal.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The features of one column's values: the rare ones' first, if there is one, then the others in the order of their bytes. */
final class Dictionary {
    private final boolean rare;
    private final List<byte[]> texts;
    private final long[] keys;
    private final int[] checks;
    private final int[] codes;

    Dictionary(List<ValueCounts.Kept> kept, boolean rare) {
        List<ValueCounts.Kept> sorted = kept.stream().sorted(Comparator.comparing(ValueCounts.Kept::text, Arrays::compareUnsigned)).toList();
        int capacity = Math.max(4, Integer.highestOneBit(Math.max(1, sorted.size())) * 4);
        this.rare = rare;
        texts = sorted.stream().map(ValueCounts.Kept::text).toList();
        keys = new long[capacity];
        checks = new int[capacity];
        codes = new int[capacity];
        for (int i = 0; i < sorted.size(); i++) {
            int at = place(sorted.get(i).key(), sorted.get(i).check());
            keys[at] = sorted.get(i).key();
            checks[at] = sorted.get(i).check();
            codes[at] = rare ? i + 1 : i;
        }
    }

    /** The feature of a value, from 0; 0 for one that has none of its own. */
    int code(byte[] text, int start, int length) {
        return codes[place(CellHash.key(text, start, length), CellHash.check(text, start, length))];
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
        int mask = keys.length - 1;
        int at = (int) key & mask;
        while (keys[at] != 0 && (keys[at] != key || checks[at] != check)) {
            at = at + 1 & mask;
        }
        return at;
    }
}
