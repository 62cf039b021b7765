package org.espalier.compute.internal.kernel;

import java.util.Arrays;
import java.util.List;

import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.loss.LossReduce;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/**
 * Losses of predictions (or logits), one weight for all, and labels, and their gradients by these three; by ND4J's names. The reduction is the op's first
 * integer argument; its number t is a share of smoothing, a threshold, or what is added to arguments of logarithms.
 */
final class Losses {
    private static final String GRADIENT = "_grad";
    private static final String SOFTMAX_CROSS_ENTROPY = "softmax_cross_entropy_loss";

    private final Operation op;
    private final LossReduce reduce;
    private final double count;
    private final Steps steps;
    private final Steps.Value x;
    private final Steps.Value weight;
    private final Steps.Value y;

    /**
     * @param count      losses that there are
     * @param dimensions that a loss goes over; none if each element has its own
     */
    Losses(Operation op, double count, int... dimensions) {
        this.op = op;
        this.reduce = LossReduce.values()[(int) ((DynamicCustomOp) op.op()).iArgs()[0]];
        this.count = count;
        this.steps = new Steps(op, dimensions);
        this.x = steps.input(0);
        this.weight = steps.input(1);
        this.y = steps.input(2);
    }

    static boolean isLoss(DifferentialFunction op) {
        return op.opName().equals(SOFTMAX_CROSS_ENTROPY) || op.opName().equals(SOFTMAX_CROSS_ENTROPY + GRADIENT) || ElementLoss.ALL.containsKey(base(op.opName()));
    }

    private static String base(String name) {
        return name.endsWith(GRADIENT) ? name.substring(0, name.length() - GRADIENT.length()) : name;
    }

    /** Empty if there are several weights. */
    static List<Elements> steps(Operation op) {
        boolean taken = op.arrays().get(1).length() == 1 && Arrays.equals(op.shape(0), op.shape(2));
        if (!taken) {
            return List.of();
        }
        String name = op.op().opName();
        if (name.startsWith(SOFTMAX_CROSS_ENTROPY)) {
            return op.shape(0).length == 2 ? new SoftmaxCrossEntropy(op).steps(name.endsWith(GRADIENT)) : List.of();
        }
        ElementLoss loss = ElementLoss.ALL.get(base(name));
        Losses losses = new Losses(op, op.arrays().get(0).length());
        return name.endsWith(GRADIENT) ? losses.gradients(loss) : losses.values(loss);
    }

    Steps steps() {
        return steps;
    }

    Steps.Value x() {
        return x;
    }

    Steps.Value weight() {
        return weight;
    }

    Steps.Value y() {
        return y;
    }

    double t() {
        double[] numbers = ((DynamicCustomOp) op.op()).tArgs();
        return numbers.length == 0 ? 0 : numbers[0];
    }

    boolean isReduced() {
        return reduce != LossReduce.NONE;
    }

    /** What a loss counts, given the weight; but for {@link #share()}. */
    Term weighted(Term loss, Term w) {
        return loss.times(reduce == LossReduce.MEAN_BY_WEIGHT ? w.sign().square() : w);
    }

    /** What a loss counts, but for the weight. */
    double share() {
        return reduce == LossReduce.NONE || reduce == LossReduce.SUM ? 1 : 1 / count;
    }

    /** The derivative by the weight of what a loss counts. */
    double shareByWeight() {
        return reduce == LossReduce.MEAN_BY_WEIGHT ? 0 : share();
    }

    private List<Elements> values(ElementLoss loss) {
        double t = t();
        if (isReduced()) {
            steps.sumAll(0, in -> weighted(loss.value(in.get(0), in.get(2), t), in.get(1)), sum -> sum * share(), x, weight, y);
        } else {
            steps.result(0, in -> weighted(loss.value(in.get(0), in.get(2), t), in.get(1)), x, weight, y);
        }
        return steps.all();
    }

    private List<Elements> gradients(ElementLoss loss) {
        double t = t();
        steps.result(0, in -> weighted(loss.byPrediction(in.get(0), in.get(2), t), in.get(1)).times(share()), x, weight, y);
        steps.sumAll(1, in -> loss.value(in.get(0), in.get(1), t), sum -> sum * shareByWeight(), x, y);
        steps.result(2, in -> weighted(loss.byLabel(in.get(0), in.get(2), t), in.get(1)).times(share()), x, weight, y);
        return steps.all();
    }
}
