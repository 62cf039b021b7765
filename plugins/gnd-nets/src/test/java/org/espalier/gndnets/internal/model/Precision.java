package org.espalier.gndnets.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.nd4j.linalg.api.buffer.DataType;

/** The types in which golden cases are computed, and how near they must come. */
enum Precision {
    DOUBLE(DataType.DOUBLE, 1e-9, 1e-12, 1e-9, 1e-12),
    FLOAT(DataType.FLOAT, 1e-4, 1e-5, 1e-3, 1e-5);

    private final DataType type;
    private final double valueRelative;
    private final double valueAbsolute;
    private final double gradientRelative;
    private final double gradientAbsolute;

    Precision(DataType type, double valueRelative, double valueAbsolute, double gradientRelative, double gradientAbsolute) {
        this.type = type;
        this.valueRelative = valueRelative;
        this.valueAbsolute = valueAbsolute;
        this.gradientRelative = gradientRelative;
        this.gradientAbsolute = gradientAbsolute;
    }

    DataType type() {
        return type;
    }

    /** Compares outputs and losses. */
    void assertValues(double[] expected, double[] actual, String what) {
        assertNear(expected, actual, valueRelative, valueAbsolute, what);
    }

    /** Compares gradients and what optimisers make of them. */
    void assertGradients(double[] expected, double[] actual, String what) {
        assertNear(expected, actual, gradientRelative, gradientAbsolute, what);
    }

    private static void assertNear(double[] expected, double[] actual, double relative, double absolute, String what) {
        assertEquals(expected.length, actual.length, () -> "size of " + what);
        for (int i = 0; i < expected.length; i++) {
            int place = i;
            assertEquals(expected[i], actual[i], absolute + relative * Math.abs(expected[i]), () -> what + ", element " + place);
        }
    }
}
