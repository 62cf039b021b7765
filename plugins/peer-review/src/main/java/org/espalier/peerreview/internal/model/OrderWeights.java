package org.espalier.peerreview.internal.model;

import org.espalier.api.config.Param;
import org.espalier.api.error.InputException;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions.Ranking;
import org.espalier.api.model.DirectModel;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.peerreview.internal.scoring.FixedWeights;
import org.espalier.peerreview.internal.scoring.LinearScoring;

import jakarta.inject.Inject;

/**
 * Forward and backward weight voting: weights evenly along the true order, from 1 to 0 or from 0 to 1. It uses the truth it is judged by: bounds, not methods. Models without a true place
 * weigh 0.5.
 */
@ModelExtension(id = "peerreview.order-weights", title = "Weights along the true order, forward or backward", data = JudgmentData.KIND, form = DirectModel.FORM, predicts = Ranking.KIND)
public final class OrderWeights extends Aggregation {
    private final Direction direction;

    /** Which way the weights fall. */
    enum Direction {
        /** The best model weighs most. */
        FORWARD,
        /** The worst model weighs most. */
        BACKWARD
    }

    /** What a user can set. */
    record Parameters(@Param(value = "Which way the weights fall", def = "forward") Direction direction) {
    }

    @Inject
    OrderWeights(Parameters parameters) {
        this.direction = parameters.direction();
    }

    @Override
    double[] scores(JudgmentData data) {
        if (data.ranked() == 0) {
            throw new InputException("Weights along the true order need a true order, and '" + data.name() + "' has none. Give the dataset one, or choose another model");
        }
        int reviewers = data.roster().reviewerCount();
        double[] weights = direction == Direction.FORWARD ? FixedWeights.forward(data.truth(), reviewers) : FixedWeights.backward(data.truth(), reviewers);
        return FixedWeights.scores(LinearScoring.of(data, LinearScoring.Form.PLAIN), weights);
    }
}
