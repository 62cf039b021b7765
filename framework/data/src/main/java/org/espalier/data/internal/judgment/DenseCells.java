package org.espalier.data.internal.judgment;

import org.espalier.data.judgment.VerdictPair;

/** A counter for every possible key. */
public final class DenseCells implements CellCounter {
    private final int[] counts;

    /** @param keys number of possible keys: a multiple of that of outcomes */
    public DenseCells(int keys) {
        counts = new int[keys];
    }

    @Override
    public void count(long key) {
        counts[(int) key]++;
    }

    @Override
    public void count(long key, int times) {
        counts[(int) key] += times;
    }

    @Override
    public void merge(CellCounter other) {
        int[] added = ((DenseCells) other).counts;
        for (int key = 0; key < counts.length; key++) {
            counts[key] += added[key];
        }
    }

    @Override
    public int cells() {
        int cells = 0;
        for (int key = 0; key < counts.length; key += VerdictPair.OUTCOMES) {
            cells += (counts[key] | counts[key + 1] | counts[key + 2]) == 0 ? 0 : 1;
        }
        return cells;
    }

    @Override
    public void forEach(Visitor visitor) {
        for (int key = 0; key < counts.length; key += VerdictPair.OUTCOMES) {
            if ((counts[key] | counts[key + 1] | counts[key + 2]) != 0) {
                visitor.cell(key / VerdictPair.OUTCOMES, counts[key], counts[key + 1], counts[key + 2]);
            }
        }
    }
}
