package org.espalier.data.internal.field;

import java.util.Arrays;

/** The hashed values of one column in one block, with two numbers each that tell where they are from. */
class HashedValues {
    private static final int FIRST_SIZE = 1024;

    private long[] keys = new long[FIRST_SIZE];
    private int[] checks = new int[FIRST_SIZE];
    private int[] first = new int[FIRST_SIZE];
    private int[] second = new int[FIRST_SIZE];
    private int size;

    void clear() {
        size = 0;
    }

    final void add(byte[] text, int start, int length, int one, int other) {
        if (size == keys.length) {
            grow();
        }
        keys[size] = CellHash.key(text, start, length);
        checks[size] = CellHash.check(text, start, length);
        first[size] = one;
        second[size++] = other;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        checks = Arrays.copyOf(checks, 2 * size);
        first = Arrays.copyOf(first, 2 * size);
        second = Arrays.copyOf(second, 2 * size);
    }

    final int size() {
        return size;
    }

    final long key(int i) {
        return keys[i];
    }

    final int check(int i) {
        return checks[i];
    }

    final int first(int i) {
        return first[i];
    }

    final int second(int i) {
        return second[i];
    }
}
