package org.espalier.data.field.io;

import java.util.Objects;
import java.util.Optional;

/**
 * One column of a row that becomes a field.
 *
 * @param name      the field's name
 * @param cell      place of its cell, or of the key to look up, from 0
 * @param form      how the cell reads
 * @param minCount  least number of occurrences by which a value gets a feature of its own
 * @param rare      whether all other values share the column's first feature; if not, {@code minCount} is 1
 * @param separator between the values of one cell, for {@link Form#VALUES}
 * @param logSquare whether a number x greater than 2 becomes floor((ln x)²)
 * @param scaling   what is done to the numbers afterwards
 * @param lookup    the table that the cell is a key of
 * @param limit     a feature's number is less, for {@link Form#FEATURE}
 */
public record Column(String name, int cell, Form form, int minCount, boolean rare, String separator, boolean logSquare, Scaling scaling, Optional<Lookup> lookup,
        int limit) {
    /** Counts above are not told apart. */
    public static final int GREATEST_MIN_COUNT = 65535;

    /** How a cell reads. */
    public enum Form {
        /** A number. */
        NUMBER,
        /** A value of a dictionary. */
        VALUE,
        /** Several such values. */
        VALUES,
        /** {@code feature:value} with the file's own numbering of features. */
        FEATURE
    }

    public Column {
        Objects.requireNonNull(name, "name");
        if (minCount < 1 || minCount > GREATEST_MIN_COUNT || !rare && minCount > 1) {
            throw new IllegalArgumentException("Column '" + name + "' with threshold " + minCount + (rare ? "" : " and no feature for rare values"));
        }
    }

    /** Numbers as they are. */
    public static Column number(String name, int cell) {
        return new Column(name, cell, Form.NUMBER, 1, true, "", false, Scaling.NONE, Optional.empty(), Integer.MAX_VALUE);
    }

    /** Values, those with at least {@code minCount} occurrences with a feature of their own. */
    public static Column value(String name, int cell, int minCount) {
        return new Column(name, cell, Form.VALUE, minCount, true, "", false, Scaling.NONE, Optional.empty(), Integer.MAX_VALUE);
    }

    /** Sets of values, those with at least {@code minCount} occurrences with a feature of their own. */
    public static Column values(String name, int cell, int minCount, String separator) {
        return new Column(name, cell, Form.VALUES, minCount, true, separator, false, Scaling.NONE, Optional.empty(), Integer.MAX_VALUE);
    }

    /** Numbered features with their values; numbers are less than {@code limit}. */
    public static Column feature(String name, int cell, int limit) {
        return new Column(name, cell, Form.FEATURE, 1, true, "", false, Scaling.NONE, Optional.empty(), limit);
    }

    /** This column, its numbers x greater than 2 becoming floor((ln x)²). */
    public Column logSquared() {
        return new Column(name, cell, form, minCount, rare, separator, true, scaling, lookup, limit);
    }

    /** This column, its numbers scaled. */
    public Column scaled(Scaling how) {
        return new Column(name, cell, form, minCount, rare, separator, logSquare, how, lookup, limit);
    }

    /** This column, the cell being a key of that table. */
    public Column via(Lookup table) {
        return new Column(name, cell, form, minCount, rare, separator, logSquare, scaling, Optional.of(table), limit);
    }

    /** This column, every value with a feature of its own and none for rare ones. */
    public Column withoutRare() {
        return new Column(name, cell, form, 1, false, separator, logSquare, scaling, lookup, limit);
    }
}
