package org.espalier.data.field.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;

import org.espalier.data.Split;
import org.junit.jupiter.api.Test;

class RowDivisionTest {
    private static final int ROWS = 57;
    /** Every fifth row is positive. */
    private static final byte[] LABELS = labels();
    /** As scikit-learn 1.9.1 numbers the folds: {@code StratifiedKFold(10, shuffle=True, random_state=2018)}. */
    private static final int[] FOLDS = {7, 3, 6, 6, 2, 0, 0, 7, 3, 0, 9, 5, 1, 2, 8, 1, 5, 5, 2, 9, 6, 7, 4, 4, 7, 0, 2, 3, 5, 0, 5, 7, 9, 1, 4, 2, 6, 2, 8, 4, 3, 8, 9, 1, 6,
            1, 9, 3, 8, 5, 4, 0, 3, 1, 4, 8, 6};
    /** As NumPy draws it: {@code RandomState(2019).permutation(23)}. */
    private static final int[] ORDER = {9, 11, 1, 6, 13, 4, 17, 14, 21, 2, 19, 3, 20, 22, 7, 0, 16, 10, 12, 15, 5, 18, 8};

    @Test
    void stratifiedTenthsAreThoseOfScikitLearn() {
        Split split = RowDivision.stratifiedTenths(2018).rule().divide(LABELS, new int[] {ROWS});
        assertArrayEquals(IntStream.range(0, ROWS).filter(row -> FOLDS[row] == 0).toArray(), split.test());
        assertArrayEquals(IntStream.range(0, ROWS).filter(row -> FOLDS[row] == 1).toArray(), split.validation());
        assertArrayEquals(IntStream.range(0, ROWS).filter(row -> FOLDS[row] > 1).toArray(), split.train());
    }

    @Test
    void shuffledTenthsFollowNumPysPermutation() {
        Split split = RowDivision.shuffledTenths(2019).rule().divide(new byte[ORDER.length], new int[] {ORDER.length});
        assertArrayEquals(IntStream.of(9, 11, 1).sorted().toArray(), split.test());
        assertArrayEquals(IntStream.of(6, 13).sorted().toArray(), split.validation());
        assertEquals(18, split.train().length);
    }

    private static byte[] labels() {
        byte[] labels = new byte[ROWS];
        IntStream.range(0, ROWS).filter(row -> row % 5 == 0).forEach(row -> labels[row] = 1);
        return labels;
    }
}
