package org.espalier.data.internal.judgment;

/** Counts how often keys, below 2^42, occur. */
public interface CellCounter {
    /** Counts a key once more. */
    void count(long key);

    /** Counts a key several times more. */
    void count(long key, int times);

    /** Counts what another counter of the same kind counted. */
    void merge(CellCounter other);

    /** Shows keys with their counts, ascending, none twice. */
    void forEach(Visitor visitor);

    /** Takes a key and its count. */
    @FunctionalInterface
    interface Visitor {
        void cell(long key, int count);
    }
}
