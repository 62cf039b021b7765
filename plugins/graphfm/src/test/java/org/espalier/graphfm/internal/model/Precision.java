package org.espalier.graphfm.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.nd4j.linalg.api.buffer.DataType;

/** The types in which golden cases are computed, and how near they must come. */
enum Precision {
    DOUBLE(DataType.DOUBLE, 1e-9, 1e-7),
    FLOAT(DataType.FLOAT, 1e-4, 1e-3);

    private final DataType type;
    private final double absolute;
    private final double relative;

    Precision(DataType type, double absolute, double relative) {
        this.type = type;
        this.absolute = absolute;
        this.relative = relative;
    }

    DataType type() {
        return type;
    }

    void assertNear(double[] expected, double[] actual, String what) {
        assertEquals(expected.length, actual.length, () -> "size of " + what);
        for (int i = 0; i < expected.length; i++) {
            int place = i;
            assertEquals(expected[i], actual[i], absolute + relative * Math.abs(expected[i]), () -> what + ", element " + place);
        }
    }
}
