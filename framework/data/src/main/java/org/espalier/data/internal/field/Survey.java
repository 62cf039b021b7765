package org.espalier.data.internal.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.espalier.data.field.io.Column;
import org.espalier.data.field.io.Column.Form;

/**
 * What the first pass found.
 *
 * @param rows    labels, and the rows of each block
 * @param counts  of each column with a dictionary; empty for the others
 * @param numbers of each column with numbers; empty for the others
 * @param skipped what was left out, for people
 * @param memory  the most bytes that tables of values and kept values took
 */
record Survey(RowStarts rows, ValueCounts[] counts, NumberStatistics[] numbers, Optional<String> skipped, long memory) {

    /** What people should know: lines left out, columns that tell nothing. */
    List<String> remarks(List<Column> columns) {
        List<String> remarks = new ArrayList<>();
        skipped.ifPresent(remarks::add);
        for (int c = 0; c < columns.size(); c++) {
            Optional<String> constant = columns.get(c).form() == Form.NUMBER ? constant(numbers[c]) : columns.get(c).form() == Form.FEATURE ? Optional.empty() : constant(counts[c]);
            String name = columns.get(c).name();
            constant.ifPresent(how -> remarks.add("Field '" + name + "' tells nothing: " + how));
        }
        return remarks;
    }

    private static Optional<String> constant(NumberStatistics of) {
        if (of.present() == 0) {
            return Optional.of("it is missing in every row");
        }
        boolean same = of.missing() == 0 && of.least() == of.greatest();
        return same ? Optional.of("it is " + of.least() + " in every row") : Optional.empty();
    }

    private static Optional<String> constant(ValueCounts of) {
        if (of.present() == 0) {
            return Optional.of("it is missing in every row");
        }
        if (of.kept().isEmpty() && of.missing() == 0) {
            return Optional.of("each of its " + of.distinct() + " values is rare");
        }
        return of.distinct() == 1 && of.missing() == 0 ? Optional.of("it has the same value in every row") : Optional.empty();
    }
}
