package org.espalier.peerreview.internal.model;

import org.espalier.api.config.Param;
import org.espalier.api.error.InputException;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions.Ranking;
import org.espalier.api.model.DirectModel;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Samples;
import org.espalier.peerreview.internal.scoring.FixedWeights;
import org.espalier.peerreview.internal.scoring.LinearScoring;

import jakarta.inject.Inject;

/**
 * One reviewer alone: a model of the pool, or a judge from outside such as PandaLM or Claude 3 (a reviewer that does not compete). The judge's verdicts must be in the data: this plugin
 * has no language model of its own to ask.
 */
@ModelExtension(id = "peerreview.single-reviewer", title = "One reviewer alone, of the pool or from outside", data = JudgmentData.KIND, form = DirectModel.FORM, predicts = Ranking.KIND)
public final class SingleReviewer extends Aggregation {
    private final String reviewer;

    /** What a user can set. */
    record Parameters(@Param("Name of the reviewer") String reviewer) {
    }

    @Inject
    SingleReviewer(Parameters parameters) {
        this.reviewer = parameters.reviewer();
    }

    @Override
    double[] scores(JudgmentData data) {
        int index = data.roster().reviewers().indexOf(reviewer);
        if (index < 0 || data.tallies().get(index).judgments() == 0) {
            throw new InputException("'" + data.name() + "' has no judgments of reviewer '" + reviewer + "'. Its reviewers are " + String.join(", ", data.roster().reviewers())
                    + ". A judge from outside (PandaLM, Claude 3) has to review all pairs first: record its verdicts and name it under other-reviewers");
        }
        JudgmentData own = data.judgments().map(all -> Samples.of(data, all.where(i -> all.reviewers()[i] == index)).connected()).orElse(data);
        return FixedWeights.single(LinearScoring.of(own, LinearScoring.Form.PLAIN), index);
    }
}
