package org.espalier.data.field.io;

import java.util.stream.IntStream;

import org.espalier.data.Split;

/**
 * A rule that divides rows into parts.
 *
 * @param id   tells it from other rules, so that what was derived by one is not taken for another's
 * @param rule the rule
 */
public record RowDivision(String id, Rule rule) {

    /** Divides rows. */
    @FunctionalInterface
    public interface Rule {
        /**
         * @param labels   0 or 1 for each row
         * @param fileRows rows that came from each file, in file order
         */
        Split divide(byte[] labels, int[] fileRows);
    }

    /** The t-th row of its class, in file order, goes by t mod 10: 0 to test, 1 to validation, the others to training. */
    public static RowDivision everyTenth() {
        return new RowDivision("every-tenth", (labels, files) -> Tenths.inTurn(labels).split());
    }

    /** The folds of scikit-learn's {@code StratifiedKFold(10, shuffle=True, random_state=seed)}: the first is for test, the second for validation, the others for training. */
    public static RowDivision stratifiedTenths(long seed) {
        return new RowDivision("stratified-tenths-" + seed, (labels, files) -> Tenths.stratified(labels, seed).split());
    }

    /** The rows in the order of {@code numpy.random.RandomState(seed).permutation}: the first tenth for test, the second for validation, the others for training. */
    public static RowDivision shuffledTenths(long seed) {
        return new RowDivision("shuffled-tenths-" + seed, (labels, files) -> Tenths.shuffled(labels.length, seed).split());
    }

    /** One file per part: training, validation, test. */
    public static RowDivision byFile() {
        return new RowDivision("by-file", (labels, files) -> new Split(range(0, files[0]), range(files[0], files[0] + files[1]), range(files[0] + files[1], labels.length)));
    }

    private static int[] range(int start, int end) {
        return IntStream.range(start, end).toArray();
    }
}
