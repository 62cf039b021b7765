package org.espalier.peerreview.internal.model;

import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions.Ranking;
import org.espalier.api.model.DirectModel;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.peerreview.internal.scoring.MajorityVoting;

import jakarta.inject.Inject;

/** Majority voting: the reviewers of a question and pair decide it together. */
@ModelExtension(id = "peerreview.majority", title = "Majority voting", data = JudgmentData.KIND, form = DirectModel.FORM, predicts = Ranking.KIND)
public final class Majority extends Aggregation {
    @Inject
    Majority() {
    }

    @Override
    double[] scores(JudgmentData data) {
        return MajorityVoting.scores(judgments(data, "Majority voting"), data.models());
    }
}
