package org.espalier.data.tabular;

import java.util.List;
import java.util.Objects;

import org.espalier.data.Split;

/**
 * Rows of numbers with a class each. Arrays are not copied and must not be changed.
 *
 * @param name     name of the data set
 * @param columns  names of the feature columns
 * @param features row-major [rows, columns]
 * @param labels   class of each row, in [0, classes)
 * @param classes  names of the classes
 * @param split    rows of each part
 */
public record TabularData(String name, List<String> columns, double[] features, int[] labels, List<String> classes, Split split) {
    /** Name of this kind in annotations. */
    public static final String KIND = "tabular";

    /** @throws IllegalArgumentException if the parts do not fit together */
    public TabularData {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(split, "split");
        columns = List.copyOf(columns);
        classes = List.copyOf(classes);
        if (features.length != labels.length * columns.size()) {
            throw new IllegalArgumentException(features.length + " features for " + labels.length + " rows of " + columns.size() + " columns");
        }
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] < 0 || labels[row] >= classes.size()) {
                throw new IllegalArgumentException("Row " + row + " has class " + labels[row] + " of " + classes.size());
            }
        }
    }

    /** Number of rows. */
    public int rows() {
        return labels.length;
    }

    /** Number of feature columns. */
    public int width() {
        return columns.size();
    }

    /** This table with its rows divided. */
    public TabularData withSplit(Split other) {
        return new TabularData(name, columns, features, labels, classes, other);
    }

    /** One line for people: the sizes. */
    @Override
    public String toString() {
        return name + ": " + rows() + " rows of " + width() + " features, " + classes.size() + " classes; " + split;
    }
}
