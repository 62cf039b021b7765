package org.espalier.standard.internal.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalDouble;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.UpdateRule;
import org.espalier.api.error.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptimizerSettingsTest {
    private static OptimizerSettings settings(OptimizerKind kind, ScheduleKind schedule, double warmUp) {
        return new OptimizerSettings(kind, 0.8, 0.95, 0.1, 2, schedule, warmUp, 0.5, 1.5);
    }

    @Test
    void givesTheRuleItsNumbers() {
        Optimizer optimizer = settings(OptimizerKind.ADAM_W, ScheduleKind.CONSTANT, 0).optimizer(0.3, 10, 5);

        assertEquals(new UpdateRule.AdamW(0.8, 0.95, 1e-8), optimizer.rule());
        assertEquals(0.1, optimizer.weightDecay());
        assertEquals(OptionalDouble.of(2), optimizer.clipNorm());
        assertEquals(0.3, optimizer.learningRate().rate(1000));
    }

    @Test
    void countsEpochsInUpdates() {
        Optimizer stepped = settings(OptimizerKind.SGD, ScheduleKind.STEP, 0).optimizer(1, 10, 5);
        assertEquals(1, stepped.learningRate().rate(14));
        assertEquals(0.5, stepped.learningRate().rate(15), "every 1.5 epochs of 10 updates");

        Optimizer cosine = settings(OptimizerKind.SGD, ScheduleKind.COSINE, 0.5).optimizer(1, 10, 5);
        assertEquals(0.2, cosine.learningRate().rate(0), 1e-12, "the first of 5 updates of the warm-up");
        assertEquals(1, cosine.learningRate().rate(5), 1e-12);
        assertEquals(0, cosine.learningRate().rate(50), 1e-12, "the end of 5 epochs");
    }

    @ParameterizedTest
    @EnumSource
    void everyOptimizerTakesItsRate(OptimizerKind kind) {
        assertEquals(0.3, settings(kind, ScheduleKind.CONSTANT, 0).optimizer(0.3, 10, 5).learningRate().rate(3));
    }

    @Test
    void refusesAScheduleForOptimizersThatHaveOneRate() {
        InputException refused = assertThrows(InputException.class, () -> settings(OptimizerKind.RMS_PROP, ScheduleKind.COSINE, 0).optimizer(0.3, 10, 5));
        assertEquals("Optimizer 'rms-prop' has one learning rate for all of the training, so it cannot follow schedule 'cosine' or a warm-up. Try adam, adam-w, momentum or sgd.",
                refused.getMessage());
    }

    @Test
    void refusesAWarmUpWithoutEnd() {
        InputException refused = assertThrows(InputException.class, () -> settings(OptimizerKind.SGD, ScheduleKind.CONSTANT, 5).optimizer(0.3, 10, 5));
        assertEquals("The learning rate is to grow for 5.0 epochs (warm-up), but there are only 5. Make warm-up shorter or epochs more.", refused.getMessage());
    }
}
