package org.espalier.data.internal.judgment;

/** A counter for every possible key. */
public final class DenseCells implements CellCounter {
    private final int[] counts;

    /** @param keys number of possible keys */
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
        other.forEach(this::count);
    }

    @Override
    public void forEach(Visitor visitor) {
        for (int key = 0; key < counts.length; key++) {
            if (counts[key] > 0) {
                visitor.cell(key, counts[key]);
            }
        }
    }
}
