package org.espalier.data.internal.field;

import java.util.Arrays;

/** One parsed row. A column has any number of values, one after another, each with its place in the block; or a number; or a feature's number and its value. */
final class Row {
    /** The number of a missing cell. */
    static final double MISSING = Double.NaN;

    private final int[] valueEnd;
    private final double[] number;
    private final int[] feature;
    private int label;
    private int values;
    private int[] start = new int[64];
    private int[] length = new int[64];

    Row(int columns) {
        valueEnd = new int[columns];
        number = new double[columns];
        feature = new int[columns];
    }

    void clear(int ofLabel) {
        label = ofLabel;
        values = 0;
    }

    void addValue(int from, int bytes) {
        if (values == start.length) {
            start = Arrays.copyOf(start, 2 * values);
            length = Arrays.copyOf(length, 2 * values);
        }
        start[values] = from;
        length[values++] = bytes;
    }

    /** Ends a column; columns end in order. */
    void end(int column, int ofFeature, double ofNumber) {
        valueEnd[column] = values;
        feature[column] = ofFeature;
        number[column] = ofNumber;
    }

    int label() {
        return label;
    }

    int firstValue(int column) {
        return column == 0 ? 0 : valueEnd[column - 1];
    }

    int valueEnd(int column) {
        return valueEnd[column];
    }

    int start(int value) {
        return start[value];
    }

    int length(int value) {
        return length[value];
    }

    double number(int column) {
        return number[column];
    }

    int feature(int column) {
        return feature[column];
    }
}
