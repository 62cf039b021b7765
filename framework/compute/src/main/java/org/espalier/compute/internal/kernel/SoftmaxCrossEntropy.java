package org.espalier.compute.internal.kernel;

import java.util.List;

import org.espalier.compute.internal.kernel.Steps.Value;

/**
 * The entropy of row i of logits [rows, classes] is the sum over classes c of s[i, c] (log sum over k of e^logit[i, k] - logit[i, c]), where s are the labels moved
 * towards 1 / classes by a share t.
 */
final class SoftmaxCrossEntropy {
    private static final int CLASSES = 1;

    private final Losses loss;
    private final Steps steps;
    private final double t;
    private final double classes;
    private final Value x;
    private final Value y;
    private final Value largest;
    private final Value powers;
    private final Value logSum;

    SoftmaxCrossEntropy(Operation op) {
        loss = new Losses(op, op.shape(0)[0], CLASSES);
        steps = loss.steps();
        t = loss.t();
        classes = steps.width();
        x = loss.x();
        y = loss.y();
        largest = steps.largest(x);
        powers = steps.each(in -> in.get(0).minus(in.get(1)).exp(), x, largest);
        logSum = steps.sum(in -> in.get(0), Math::log, powers);
    }

    List<Elements> steps(boolean gradients) {
        if (gradients) {
            gradients();
        } else if (loss.isReduced()) {
            steps.sumAll(0, in -> loss.weighted(entropy(in), in.get(4)), sum -> sum * loss.share(), x, largest, logSum, y, loss.weight());
        } else {
            steps.sumTo(0, in -> loss.weighted(entropy(in), in.get(4)), sum -> sum, x, largest, logSum, y, loss.weight());
        }
        return steps.all();
    }

    private Term entropy(List<Term> in) {
        return smooth(in.get(3)).times(surprise(in));
    }

    /** Of a class: log sum of powers - logit. */
    private static Term surprise(List<Term> in) {
        return in.get(1).minus(in.get(0)).plus(in.get(2));
    }

    private Term smooth(Term label) {
        return label.times(1 - t).plus(t / classes);
    }

    private void gradients() {
        Value factor = steps.sum(in -> in.get(0), sum -> 1 / sum, powers);
        Value labels = steps.sum(in -> smooth(in.get(0)), sum -> sum, y);
        steps.result(0, in -> loss.weighted(in.get(0).times(in.get(1).times(in.get(2))).minus(smooth(in.get(3))), in.get(4)).times(loss.share()),
                powers, factor, labels, y, loss.weight());
        steps.sumAll(1, this::entropy, sum -> sum * loss.shareByWeight(), x, largest, logSum, y);
        steps.result(2, in -> loss.weighted(surprise(in), in.get(3)).times(loss.share() * (1 - t)), x, largest, logSum, loss.weight());
    }
}
