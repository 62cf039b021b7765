package org.espalier.api.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;

import org.espalier.api.compute.op.Dropout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers outside of their ranges are named. */
class RangesTest {
    static Stream<Arguments> refusals() {
        return Stream.of(refusal("momentum must be in [0, 1), not 1.0", () -> new UpdateRule.Momentum(1, true)),
                refusal("beta2 must be in [0, 1), not NaN", () -> new UpdateRule.Adam(0.9, Double.NaN, 1e-8)),
                refusal("epsilon must be above 0, not 0.0", () -> new UpdateRule.Adam(0.9, 0.999, 0)),
                refusal("epsilon must be above 0, not -1.0", () -> new UpdateRule.AdamW(0.9, 0.999, -1)),
                refusal("epsilon must be above 0, not NaN", () -> new UpdateRule.Lamb(0.9, 0.999, Double.NaN)),
                refusal("trust must be above 0, not 0.0", () -> new UpdateRule.Lars(0.9, 0)),
                refusal("decay must be in (0, 1], not 1.5", () -> new UpdateRule.Adafactor(1.5, 1e-30, 1e-3, 1)),
                refusal("epsilon must be above 0, not 0.0", () -> new UpdateRule.Adafactor(0.8, 0, 1e-3, 1)),
                refusal("least scale must be above 0, not 0.0", () -> new UpdateRule.Adafactor(0.8, 1e-30, 0, 1)),
                refusal("threshold must be above 0, not 0.0", () -> new UpdateRule.Adafactor(0.8, 1e-30, 1e-3, 0)));
    }

    private static Arguments refusal(String message, Executable work) {
        return Arguments.of(message, work);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void ofUpdateRules(String message, Executable work) {
        assertEquals("An update rule's " + message, assertThrows(IllegalArgumentException.class, work).getMessage());
    }

    @Test
    void ofDropout() {
        assertEquals("Dropout 'mask': the rate is 1.0, but must be in [0, 1): what is kept is divided by 1 - rate", assertThrows(IllegalArgumentException.class, () -> Dropout.of(null, 1, "mask")).getMessage());
    }
}
