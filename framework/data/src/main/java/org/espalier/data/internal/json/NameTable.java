package org.espalier.data.internal.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Finds names by their bytes: an open hash table that is never more than half full. */
public final class NameTable {
    /** Not in the table. */
    public static final int UNKNOWN = -1;

    private final byte[][] names;
    private final int[] slots;

    public NameTable(List<String> names) {
        this.names = names.stream().map(name -> name.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
        this.slots = new int[Integer.highestOneBit(Math.max(4, names.size() * 4))];
        Arrays.fill(slots, UNKNOWN);
        for (int i = 0; i < this.names.length; i++) {
            int slot = hash(this.names[i], 0, this.names[i].length);
            while (slots[slot] != UNKNOWN) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = i;
        }
    }

    /** Place of a name in the list, or {@link #UNKNOWN}. */
    public int find(byte[] text, int from, int to) {
        int slot = hash(text, from, to);
        while (slots[slot] != UNKNOWN) {
            byte[] name = names[slots[slot]];
            if (name.length == to - from && Arrays.equals(name, 0, name.length, text, from, to)) {
                return slots[slot];
            }
            slot = slot + 1 & slots.length - 1;
        }
        return UNKNOWN;
    }

    /** Place of a name in the list, or {@link #UNKNOWN}. */
    public int find(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return find(bytes, 0, bytes.length);
    }

    private int hash(byte[] text, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text[i];
        }
        hash *= 0x9E3779B9;
        return hash >>> 16 & slots.length - 1;
    }
}
