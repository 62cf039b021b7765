package org.espalier.peerreview.internal.model;

import org.espalier.api.model.Model;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.peerreview.internal.scoring.Elimination;
import org.espalier.peerreview.internal.scoring.Scoring;
import org.espalier.peerreview.internal.scoring.Weighting;

/** A model whose reviewers' weights are learned by consistency with its scores. */
interface ConsistencyModel extends Model<JudgmentData> {
    /** Name of this form in annotations. */
    String FORM = "peerreview.consistency";

    /** How weights make scores. */
    Scoring scoring(JudgmentData data);

    /** Weights to start from. */
    Weighting start(JudgmentData data);

    /** Reviewers to eliminate. */
    int removals(JudgmentData data);

    /** Takes what was learned, for {@link #inspector}. */
    void learned(Elimination.Result result);
}
