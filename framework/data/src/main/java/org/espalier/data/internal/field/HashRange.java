package org.espalier.data.internal.field;

/**
 * The keys whose bits under a mask are these. A table that finds no memory for all values of a column counts those of a smaller range first and
 * those of the rest in further passes over the files.
 */
record HashRange(long mask, long bits) {
    static final HashRange ALL = new HashRange(0, 0);

    boolean has(long key) {
        return (key >>> Integer.SIZE & mask) == bits;
    }

    HashRange lowerHalf() {
        return new HashRange(mask << 1 | 1, bits);
    }

    HashRange upperHalf() {
        return new HashRange(mask << 1 | 1, bits | mask + 1);
    }
}
