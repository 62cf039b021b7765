package org.espalier.peerreview.internal.model;

import java.util.Arrays;
import java.util.Optional;

import org.espalier.api.dataset.Part;
import org.espalier.api.error.InputException;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.metric.Predictions;
import org.espalier.api.metric.Predictions.Ranking;
import org.espalier.api.model.DirectModel;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Judgments;

/** A method that scores models without learning. It ranks all models, whatever the part. */
abstract class Aggregation implements DirectModel<JudgmentData> {

    /** A score for each model, the greatest best. */
    abstract double[] scores(JudgmentData data);

    @Override
    public final Predictions predictions(JudgmentData data, Part part) {
        return new Ranking(data.roster().models(), scores(data), data.truth());
    }

    @Override
    public Optional<Inspector> inspector(JudgmentData data) {
        double[] equal = new double[data.roster().reviewerCount()];
        Arrays.fill(equal, 1);
        return Optional.of(new PoolInspector(data, () -> equal, () -> scores(data)));
    }

    /** The single judgments of data. */
    static Judgments judgments(JudgmentData data, String who) {
        return data.judgments().orElseThrow(() -> new InputException(who + " needs the single judgments of '" + data.name() + "', but only their counts are kept. Set the dataset's keep-judgments=true"));
    }
}
