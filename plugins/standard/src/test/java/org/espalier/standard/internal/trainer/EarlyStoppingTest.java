package org.espalier.standard.internal.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
    private static ValidationScore score(double loss, double accuracy) {
        return new ValidationScore(loss, OptionalDouble.of(accuracy));
    }

    private static ValidationScore lossOnly(double loss) {
        return new ValidationScore(loss, OptionalDouble.empty());
    }

    @Test
    void tiesCountAsProgress() {
        EarlyStopping stopping = new EarlyStopping(1);
        assertTrue(stopping.keeps(score(1, 0.5)));
        assertTrue(stopping.keeps(score(1, 0.5)));
        assertFalse(stopping.stops());
    }

    @Test
    void progressInOneOnlyGoesOnWithoutKeeping() {
        EarlyStopping stopping = new EarlyStopping(1);
        stopping.keeps(score(1, 0.5));
        assertFalse(stopping.keeps(score(0.9, 0.4)));
        assertFalse(stopping.stops());
        assertFalse(stopping.keeps(score(0.95, 0.4)));
        assertTrue(stopping.stops());
    }

    @Test
    void withoutAccuracyTheLossDecides() {
        EarlyStopping stopping = new EarlyStopping(2);
        assertTrue(stopping.keeps(lossOnly(1)));
        assertFalse(stopping.keeps(lossOnly(1.1)));
        assertFalse(stopping.stops());
        assertFalse(stopping.keeps(lossOnly(1.01)));
        assertTrue(stopping.stops());
    }

    @Test
    void byLossAloneTiesAndAccuracyAreNoProgress() {
        EarlyStopping stopping = new EarlyStopping(StoppingRule.LOSS, 2);
        assertTrue(stopping.keeps(score(1, 0.5)));
        assertFalse(stopping.keeps(score(1, 0.9)));
        assertTrue(stopping.keeps(score(0.9, 0.1)));
        assertFalse(stopping.keeps(score(0.95, 0.9)));
        assertFalse(stopping.stops());
        assertFalse(stopping.keeps(score(0.91, 0.9)));
        assertTrue(stopping.stops());
    }

    @Test
    void byRisingLossAFallStartsTheCountAnewAndTwoMoreLooksAreNeeded() {
        EarlyStopping stopping = new EarlyStopping(StoppingRule.RISING_LOSS, 2);
        for (double loss : new double[] {1, 1.1, 1.2}) {
            assertEquals(loss == 1, stopping.keeps(lossOnly(loss)));
            assertFalse(stopping.stops());
        }
        stopping.keeps(lossOnly(1.15));
        stopping.keeps(lossOnly(1.16));
        assertFalse(stopping.stops());
        stopping.keeps(lossOnly(1.17));
        assertTrue(stopping.stops());
    }

    @Test
    void patienceZeroNeverStops() {
        EarlyStopping stopping = new EarlyStopping(0);
        for (int epoch = 0; epoch < 100; epoch++) {
            stopping.keeps(lossOnly(epoch));
            assertFalse(stopping.stops());
        }
    }

    @Test
    void goesOnFromAWrittenState() throws IOException {
        EarlyStopping stopping = new EarlyStopping(2);
        stopping.keeps(score(1, 0.5));
        stopping.keeps(score(2, 0.4));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        stopping.writeTo(new DataOutputStream(bytes));
        EarlyStopping again = new EarlyStopping(2);
        again.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertFalse(again.stops());
        assertEquals(stopping.keeps(score(1.5, 0.45)), again.keeps(score(1.5, 0.45)));
        assertTrue(again.stops());
    }
}
