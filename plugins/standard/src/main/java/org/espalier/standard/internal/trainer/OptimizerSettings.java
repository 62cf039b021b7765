package org.espalier.standard.internal.trainer;

import java.util.Locale;
import java.util.OptionalDouble;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.Schedule;
import org.espalier.api.compute.UpdateRule;
import org.espalier.api.config.Param;
import org.espalier.api.error.InputException;

/** Parameters that all gradient trainers share: how gradients change the model's parameters, and how fast. */
public record OptimizerSettings(
        @Param(value = "How gradients change the parameters", def = "adam") OptimizerKind optimizer,
        @Param(value = "Share of the last update that is kept: of momentum, nesterov and lars; beta1 of adam and its kin", def = "0.9", min = 0, max = 1, maxExclusive = true) double momentum,
        @Param(value = "Share of the squared gradients that is kept: of adam and its kin", def = "0.999", min = 0, max = 1, maxExclusive = true) double beta2,
        @Param(value = "Pull of every parameter towards 0; beside the gradient (decoupled) in adam-w, adafactor and lamb, else added to it", def = "0", min = 0) double weightDecay,
        @Param(value = "Greatest norm of all gradients together; longer ones are scaled down; 0 for any", def = "0", min = 0) double clipNorm,
        @Param(value = "How the learning rate goes after the warm-up", def = "constant") ScheduleKind schedule,
        @Param(value = "The learning rate grows from near 0 in the first so many epochs; fractions count", def = "0", min = 0, unit = "epochs") double warmUp,
        @Param(value = "By what the learning rate is multiplied in decay-every epochs: of the schedules step and exponential", def = "0.1", min = 0, max = 1) double decay,
        @Param(value = "How often: of the schedules step and exponential; fractions count", def = "30", min = 0, unit = "epochs") double decayEvery) {

    /** An optimizer as when nothing else is set. */
    public static OptimizerSettings of(OptimizerKind kind) {
        return new OptimizerSettings(kind, 0.9, 0.999, 0, 0, ScheduleKind.CONSTANT, 0, 0.1, 30);
    }

    /**
     * What a program is to do.
     *
     * @param perEpoch updates in an epoch
     * @param epochs   epochs at most
     * @throws InputException if the settings do not go together
     */
    Optimizer optimizer(double learningRate, int perEpoch, int epochs) {
        UpdateRule rule = optimizer.rule(new OptimizerKind.Numbers(learningRate, momentum, beta2));
        boolean scheduled = schedule != ScheduleKind.CONSTANT || warmUp > 0;
        if (scheduled && rule instanceof UpdateRule.Native) {
            throw new InputException("Optimizer '" + name(optimizer) + "' has one learning rate for all of the training, so it cannot follow schedule '" + name(schedule)
                    + "' or a warm-up. Try adam, adam-w, momentum or sgd.");
        }
        return new Optimizer(rule, schedule(learningRate, perEpoch, epochs), weightDecay, clipNorm > 0 ? OptionalDouble.of(clipNorm) : OptionalDouble.empty());
    }

    private Schedule schedule(double learningRate, int perEpoch, int epochs) {
        long total = (long) perEpoch * epochs;
        long rise = Math.round(warmUp * perEpoch);
        if (rise >= total && rise > 0) {
            throw new InputException("The learning rate is to grow for " + warmUp + " epochs (warm-up), but there are only " + epochs + ". Make warm-up shorter or epochs more.");
        }
        ScheduleKind.Course course = new ScheduleKind.Course(rise, total - rise, decay, Math.max(1, Math.round(decayEvery * perEpoch)));
        return schedule.of(learningRate, course).afterWarmUp(rise);
    }

    private static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
