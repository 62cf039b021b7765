package org.espalier.data.internal.judgment;

import org.espalier.data.judgment.VerdictPair;

/**
 * Counts how often keys, below 2^42, occur. A key is {@link VerdictPair#OUTCOMES} times a cell, which stands for a pair of models and a reviewer, plus an outcome.
 */
public interface CellCounter {
    /** Counts a key once more. */
    void count(long key);

    /** Counts a key several times more. */
    void count(long key, int times);

    /** Counts what another counter of the same kind counted. */
    void merge(CellCounter other);

    /** Number of cells with a count. */
    int cells();

    /** Shows cells with their counts, ascending, none twice. */
    void forEach(Visitor visitor);

    /** Takes a cell and the counts of its outcomes. */
    @FunctionalInterface
    interface Visitor {
        void cell(long cell, int firstWins, int secondWins, int ties);
    }
}
