package org.espalier.peerreview.internal.model;

import org.espalier.api.config.Param;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions.Ranking;
import org.espalier.api.model.DirectModel;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.peerreview.internal.scoring.FixedWeights;
import org.espalier.peerreview.internal.scoring.LinearScoring;

import jakarta.inject.Inject;

/** Rating voting: a model's average points, every reviewer counting as one. */
@ModelExtension(id = "peerreview.uniform", title = "Rating voting: all reviewers weigh the same", data = JudgmentData.KIND, form = DirectModel.FORM, predicts = Ranking.KIND)
public final class Uniform extends Aggregation {
    private final Parameters parameters;

    /** What a user can set. */
    record Parameters(@Param(value = "Taken off a model's score, times the share of its reviews with errors", def = "0", min = 0) double errorPenalty) {
    }

    @Inject
    Uniform(Parameters parameters) {
        this.parameters = parameters;
    }

    @Override
    double[] scores(JudgmentData data) {
        return FixedWeights.uniform(LinearScoring.of(data, new LinearScoring.Form(Double.POSITIVE_INFINITY, false, parameters.errorPenalty())));
    }
}
