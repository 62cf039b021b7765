package org.espalier.compute.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;

/** Errors over a sample of all floats: every {@value #STRIDE}th bit pattern. */
class FastTest {
    private static final double BOUND = 4e-7;
    private static final int STRIDE = 1021;

    private interface Function {
        float apply(float x);
    }

    @Test
    void expIsAccurate() {
        assertAccurate(Fast::exp, Math::exp, -87.3f, 88.7f);
        assertEquals(Float.POSITIVE_INFINITY, Fast.exp(89));
        assertEquals(0, Fast.exp(-88));
        assertEquals(0, Fast.exp(Float.NEGATIVE_INFINITY));
        assertEquals(1, Fast.exp(0));
    }

    @Test
    void nanStaysNan() {
        assertTrue(Float.isNaN(Fast.exp(Float.NaN)));
    }

    private static void assertAccurate(Function fast, DoubleUnaryOperator exact, float from, float to) {
        for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += STRIDE) {
            float x = Float.intBitsToFloat((int) bits);
            if (x >= from && x <= to) {
                double expected = exact.applyAsDouble(x);
                assertEquals(expected, fast.apply(x), BOUND * Math.abs(expected) + Float.MIN_NORMAL, () -> "at " + x);
            }
        }
    }
}
