package org.espalier.standard.internal.data;

import java.util.Arrays;

import org.espalier.api.error.InputException;
import org.espalier.api.run.RandomSource;
import org.espalier.data.Split;
import org.espalier.data.tabular.TabularData;

/**
 * Divides rows at random, by the trial's seed alone: the stages of a trial that ask for the same shares see the same parts, so nothing that
 * one stage learns from is what another is tested on.
 *
 * @param validation share of all rows
 * @param test       share of all rows
 * @param train      share to use of the rows that are left; at least one row is
 */
record RowShares(double validation, double test, double train) {
    RowShares {
        if (validation + test >= 1) {
            throw new InputException("validation " + validation + " and test " + test + " leave no rows to train on; together they must be less than 1.");
        }
    }

    /**
     * Splits the table and standardises its columns. The scale is that of all rows that are neither validation nor test, used or not, so that weights
     * fit when stages use different shares of them.
     */
    TabularData divide(TabularData table, RandomSource random) {
        Split whole = Split.shuffled(table.rows(), validation, test, random.generator("split"));
        int used = Math.max(1, (int) Math.round(train * whole.train().length));
        Split split = new Split(Arrays.copyOf(whole.train(), used), whole.validation(), whole.test());
        return Standardized.by(whole.train(), table).withSplit(split);
    }
}
