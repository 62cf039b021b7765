package org.espalier.api.compute;

import org.nd4j.linalg.learning.config.IUpdater;

/**
 * How a gradient g changes a parameter w at learning rate r. What is said of weight decay d holds if the {@link Optimizer} has one: it is
 * <em>coupled</em> if d w is added to the gradient, and <em>decoupled</em> if r d w is taken off the parameter beside the rule. Rules throw an
 * {@link IllegalArgumentException} for numbers outside of their ranges.
 */
public sealed interface UpdateRule {

    /** w -= r g. Coupled weight decay. */
    record Sgd() implements UpdateRule {
    }

    /**
     * v = {@code momentum} v - r g; w += v (Sutskever et al., 2013, equations 1 and 2), or with {@code nesterov} w += {@code momentum} v - r g with the new v
     * (their equations 3 and 4 in terms of the point where the gradient is taken; ND4J's {@code Nesterovs}). Coupled weight decay.
     *
     * @param momentum share of the last update that is kept, in [0, 1)
     * @param nesterov whether the gradient counts as one taken after the momentum
     */
    record Momentum(double momentum, boolean nesterov) implements UpdateRule {
        public Momentum {
            requireShare("momentum", momentum);
        }
    }

    /**
     * Kingma and Ba, arXiv 1412.6980, in the form at the end of section 2, as ND4J's {@code Adam}: epsilon is added to the root of the uncorrected
     * second moment. Coupled weight decay.
     *
     * @param beta1   share of the first moment that is kept, in [0, 1)
     * @param beta2   share of the second moment that is kept, in [0, 1)
     * @param epsilon added to the root of the second moment, above 0
     */
    record Adam(double beta1, double beta2, double epsilon) implements UpdateRule {
        public Adam {
            requireShare("beta1", beta1);
            requireShare("beta2", beta2);
            requirePositive("epsilon", epsilon);
        }

        /** With the paper's constants: 0.9, 0.999 and 1e-8. */
        public Adam() {
            this(0.9, 0.999, 1e-8);
        }
    }

    /**
     * Loshchilov and Hutter, arXiv 1711.05101, algorithm 2: Adam (epsilon added to the root of the corrected second moment) with decoupled weight decay.
     *
     * @param beta1   share of the first moment that is kept, in [0, 1)
     * @param beta2   share of the second moment that is kept, in [0, 1)
     * @param epsilon added to the root of the corrected second moment, above 0
     */
    record AdamW(double beta1, double beta2, double epsilon) implements UpdateRule {
        public AdamW {
            requireShare("beta1", beta1);
            requireShare("beta2", beta2);
            requirePositive("epsilon", epsilon);
        }

        /** With Adam's constants: 0.9, 0.999 and 1e-8. */
        public AdamW() {
            this(0.9, 0.999, 1e-8);
        }
    }

    /**
     * Shazeer and Stern, arXiv 1804.04235, algorithms 4 and 5, without momentum: second moments of matrices are kept as sums of rows and columns only.
     * An update is r max({@code leastScale}, root mean square of w) times the clipped direction, so r is relative (the paper: min(0.01, 1 / sqrt(t))).
     * Dimensions before the last two count matrices. Decoupled weight decay.
     *
     * @param decay      c of the second moments' decay 1 - t^-c, in (0, 1]
     * @param epsilon    added to squared gradients, above 0
     * @param leastScale least scale of a parameter, above 0
     * @param threshold  greatest root mean square of a direction, above 0
     */
    record Adafactor(double decay, double epsilon, double leastScale, double threshold) implements UpdateRule {
        public Adafactor {
            if (!(decay > 0 && decay <= 1)) {
                throw new IllegalArgumentException("An update rule's decay must be in (0, 1], not " + decay);
            }
            requirePositive("epsilon", epsilon);
            requirePositive("least scale", leastScale);
            requirePositive("threshold", threshold);
        }

        /** With the paper's constants. */
        public Adafactor() {
            this(0.8, 1e-30, 1e-3, 1);
        }
    }

    /**
     * You et al., arXiv 1904.00962, algorithm 2, with the identity for phi: Adam's corrected direction plus d w, scaled for each parameter tensor so that
     * its norm is that of the tensor; not scaled if either norm is 0.
     *
     * @param beta1   share of the first moment that is kept, in [0, 1)
     * @param beta2   share of the second moment that is kept, in [0, 1)
     * @param epsilon added to the root of the corrected second moment, above 0
     */
    record Lamb(double beta1, double beta2, double epsilon) implements UpdateRule {
        public Lamb {
            requireShare("beta1", beta1);
            requireShare("beta2", beta2);
            requirePositive("epsilon", epsilon);
        }

        /** With 0.9, 0.999 and 1e-6. */
        public Lamb() {
            this(0.9, 0.999, 1e-6);
        }
    }

    /**
     * You et al., arXiv 1708.03888, algorithm 1: momentum at a rate of its own for each parameter tensor, r {@code trust} |w| / (|g| + d |w|), or r if either
     * norm is 0. Coupled weight decay.
     *
     * @param momentum share of the last update that is kept, in [0, 1)
     * @param trust    share of a tensor's norm that an update at rate 1 may be long, above 0
     */
    record Lars(double momentum, double trust) implements UpdateRule {
        public Lars {
            requireShare("momentum", momentum);
            requirePositive("trust", trust);
        }

        /** With the paper's constants: 0.9 and 0.001. */
        public Lars() {
            this(0.9, 0.001);
        }
    }

    /**
     * Changes only those rows of tables whose gradient is kept by rows (see {@link org.espalier.api.compute.op.Embedding}) that occurred in the step: moments of other
     * rows do not decay, and those rows stay where they are. Faster for large tables, and not the same as the rule itself. Other parameters, and tables in
     * double precision, change as the rule says.
     *
     * @param rule {@link Sgd}, {@link Momentum}, {@link Adam} or {@link AdamW}
     */
    record Lazy(UpdateRule rule) implements UpdateRule {
        public Lazy {
            if (!(rule instanceof Sgd || rule instanceof Momentum || rule instanceof Adam || rule instanceof AdamW)) {
                throw new IllegalArgumentException("Only SGD, momentum, Adam and AdamW can be lazy, not " + rule);
            }
        }
    }

    /**
     * Any updater of ND4J, slower than the rules above. Its own learning rate counts. Coupled weight decay.
     *
     * @param updater what is asked for each update
     */
    record Native(IUpdater updater) implements UpdateRule {
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException("An update rule's " + name + " must be in [0, 1), not " + value);
        }
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException("An update rule's " + name + " must be above 0, not " + value);
        }
    }
}
