package org.espalier.api.compute;

import java.util.Objects;
import java.util.OptionalDouble;

import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * How a training program changes its parameters. All state is the program's and goes into its checkpoints.
 *
 * @param rule         what is done with a gradient
 * @param learningRate how far, update by update
 * @param weightDecay  pull of every parameter towards 0, at least 0; see the rule for its meaning
 * @param clipNorm     greatest norm of all gradients taken together: longer ones are scaled down to it (Pascanu et al., 2013, algorithm 1)
 */
public record Optimizer(UpdateRule rule, Schedule learningRate, double weightDecay, OptionalDouble clipNorm) {
    public Optimizer {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(learningRate);
        if (!(weightDecay >= 0) || clipNorm.isPresent() && !(clipNorm.getAsDouble() > 0)) {
            throw new IllegalArgumentException("An optimizer's weight decay must be at least 0 and its clip norm above 0, not " + weightDecay + " and " + clipNorm);
        }
    }

    /** Without weight decay and clipping. */
    public static Optimizer of(UpdateRule rule, Schedule learningRate) {
        return new Optimizer(rule, learningRate, 0, OptionalDouble.empty());
    }

    /** Without weight decay and clipping, at one rate. */
    public static Optimizer of(UpdateRule rule, double learningRate) {
        return of(rule, Schedule.constant(learningRate));
    }

    /** What an updater of ND4J does; the iteration counts, its epoch is always 0. */
    public static Optimizer of(IUpdater updater) {
        return of(rule(updater), updater.hasLearningRate() ? iteration -> updater.getLearningRate(Math.toIntExact(iteration), 0) : Schedule.constant(1));
    }

    private static UpdateRule rule(IUpdater updater) {
        if (updater.getClass() == Sgd.class) {
            return new UpdateRule.Sgd();
        }
        if (updater instanceof Adam adam && updater.getClass() == Adam.class) {
            return new UpdateRule.Adam(adam.getBeta1(), adam.getBeta2(), adam.getEpsilon());
        }
        if (updater instanceof Nesterovs nesterovs && nesterovs.getMomentumISchedule() == null) {
            return new UpdateRule.Momentum(nesterovs.getMomentum(), true);
        }
        return new UpdateRule.Native(updater);
    }

    /**
     * The same with a pull of every parameter towards 0.
     *
     * @param decay at least 0; see the rule for its meaning
     * @throws IllegalArgumentException if it is negative or NaN
     */
    public Optimizer withWeightDecay(double decay) {
        return new Optimizer(rule, learningRate, decay, clipNorm);
    }

    /**
     * The same with gradients scaled down if they are long (Pascanu et al., 2013, algorithm 1).
     *
     * @param norm greatest norm of all gradients taken together, above 0
     * @throws IllegalArgumentException if it is not above 0
     */
    public Optimizer withClipNorm(double norm) {
        return new Optimizer(rule, learningRate, weightDecay, OptionalDouble.of(norm));
    }
}
