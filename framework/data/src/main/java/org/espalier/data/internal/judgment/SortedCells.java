package org.espalier.data.internal.judgment;

import java.util.Arrays;

import org.espalier.data.judgment.VerdictPair;

/**
 * The keys that occur, sorted, with their counts; new ones wait in a buffer that is sorted and merged when full. The buffer grows with the number of keys, so
 * that each key is moved a bounded number of times.
 */
public final class SortedCells implements CellCounter {
    private static final int SMALLEST_BUFFER = 1 << 20;
    private static final int LARGEST_BUFFER = 1 << 26;
    private static final int PLACE_BITS = 20;

    private Run run = new Run(new long[0], new int[0], 0);
    private long[] waiting = new long[SMALLEST_BUFFER];
    private int waitingCount;
    private long[] weighted = {};
    private int[] weights = {};
    private int weightedCount;

    /** Sorted keys and their counts. */
    private record Run(long[] keys, int[] counts, int size) {
        /** Where the keys of the next cell begin. */
        int nextCell(int from) {
            long end = (keys[from] / VerdictPair.OUTCOMES + 1) * VerdictPair.OUTCOMES;
            int at = from;
            while (at < size && keys[at] < end) {
                at++;
            }
            return at;
        }

        Run plus(Run other) {
            long[] keys = new long[size + other.size];
            int[] counts = new int[keys.length];
            int to = 0;
            for (int a = 0, b = 0; a < size || b < other.size; to++) {
                boolean mine = b == other.size || a < size && this.keys[a] <= other.keys[b];
                boolean others = a == size || b < other.size && other.keys[b] <= this.keys[a];
                keys[to] = mine ? this.keys[a] : other.keys[b];
                counts[to] = (mine ? this.counts[a++] : 0) + (others ? other.counts[b++] : 0);
            }
            return new Run(keys, counts, to);
        }
    }

    @Override
    public void count(long key) {
        if (waitingCount == waiting.length) {
            takeWaiting();
        }
        waiting[waitingCount++] = key;
    }

    @Override
    public void count(long key, int times) {
        if (weights.length == 0) {
            weighted = new long[1 << PLACE_BITS];
            weights = new int[1 << PLACE_BITS];
        } else if (weightedCount == weights.length) {
            takeWeighted();
        }
        weights[weightedCount] = times;
        weighted[weightedCount] = key << PLACE_BITS | weightedCount++;
    }

    @Override
    public void merge(CellCounter other) {
        run = settled().plus(((SortedCells) other).settled());
    }

    @Override
    public int cells() {
        Run all = settled();
        int cells = 0;
        for (int i = 0; i < all.size; i = all.nextCell(i)) {
            cells++;
        }
        return cells;
    }

    @Override
    public void forEach(Visitor visitor) {
        Run all = settled();
        int[] counts = new int[VerdictPair.OUTCOMES];
        for (int i = 0; i < all.size;) {
            int next = all.nextCell(i);
            Arrays.fill(counts, 0);
            for (int j = i; j < next; j++) {
                counts[(int) (all.keys[j] % VerdictPair.OUTCOMES)] = all.counts[j];
            }
            visitor.cell(all.keys[i] / VerdictPair.OUTCOMES, counts[VerdictPair.FIRST_WINS], counts[VerdictPair.SECOND_WINS], counts[VerdictPair.TIE]);
            i = next;
        }
    }

    private Run settled() {
        takeWaiting();
        takeWeighted();
        return run;
    }

    private void takeWaiting() {
        Arrays.sort(waiting, 0, waitingCount);
        int[] counts = new int[waitingCount];
        int size = 0;
        for (int i = 0; i < waitingCount; i++) {
            if (size == 0 || waiting[i] != waiting[size - 1]) {
                waiting[size++] = waiting[i];
            }
            counts[size - 1]++;
        }
        run = run.plus(new Run(waiting, counts, size));
        waitingCount = 0;
        if (waiting.length < run.size / 2 && waiting.length < LARGEST_BUFFER) {
            waiting = new long[waiting.length * 2];
        }
    }

    private void takeWeighted() {
        Arrays.sort(weighted, 0, weightedCount);
        int[] counts = new int[weightedCount];
        int size = 0;
        for (int i = 0; i < weightedCount; i++) {
            int times = weights[(int) (weighted[i] & (1 << PLACE_BITS) - 1)];
            long key = weighted[i] >> PLACE_BITS;
            if (size == 0 || key != weighted[size - 1]) {
                weighted[size++] = key;
            }
            counts[size - 1] += times;
        }
        run = run.plus(new Run(weighted, counts, size));
        weightedCount = 0;
    }
}
