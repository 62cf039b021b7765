package org.espalier.data.field.io;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.espalier.data.Split;
import org.espalier.data.numpy.LegacyRandom;

/**
 * Rows in ten folds: fold 0 is for test, fold 1 for validation, the others are for training.
 *
 * @param fold the fold of each row
 */
record Tenths(byte[] fold) {
    private static final int FOLDS = 10;
    private static final int CLASSES = 2;

    static Tenths inTurn(byte[] labels) {
        byte[] fold = new byte[labels.length];
        int[] seen = new int[CLASSES];
        for (int row = 0; row < fold.length; row++) {
            fold[row] = (byte) (seen[labels[row]]++ % FOLDS);
        }
        return new Tenths(fold);
    }

    static Tenths shuffled(int rows, long seed) {
        byte[] fold = new byte[rows];
        int[] order = new LegacyRandom(seed).permutation(rows);
        for (int i = 0; i < rows; i++) {
            fold[order[i]] = (byte) ((long) i * FOLDS / rows);
        }
        return new Tenths(fold);
    }

    /** Classes are taken in the order of their first rows; how many rows of a class each fold gets is as if all rows, sorted by class, were dealt out in turn. */
    static Tenths stratified(byte[] labels, long seed) {
        byte[] fold = new byte[labels.length];
        LegacyRandom random = new LegacyRandom(seed);
        int before = 0;
        for (int label : labels.length > 0 && labels[0] == 1 ? new int[] {1, 0} : new int[] {0, 1}) {
            int[] rows = IntStream.range(0, labels.length).filter(row -> labels[row] == label).toArray();
            byte[] dealt = dealt(before, rows.length);
            int[] order = random.permutation(rows.length);
            for (int i = 0; i < rows.length; i++) {
                fold[rows[i]] = dealt[order[i]];
            }
            before += rows.length;
        }
        return new Tenths(fold);
    }

    /** The folds, sorted, that the next {@code count} rows get when {@code before} were dealt already. */
    private static byte[] dealt(int before, int count) {
        byte[] dealt = new byte[count];
        for (int i = 0; i < count; i++) {
            dealt[i] = (byte) ((before + i) % FOLDS);
        }
        Arrays.sort(dealt);
        return dealt;
    }

    Split split() {
        return new Split(rows(2, FOLDS), rows(1, 2), rows(0, 1));
    }

    private int[] rows(int from, int to) {
        return IntStream.range(0, fold.length).filter(row -> fold[row] >= from && fold[row] < to).toArray();
    }
}
