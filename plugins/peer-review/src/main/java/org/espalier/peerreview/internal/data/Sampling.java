package org.espalier.peerreview.internal.data;

import org.espalier.api.error.InputException;
import org.espalier.api.run.RandomSource;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Samples;

/**
 * What of a pool is used.
 *
 * @param share       share of the judgments, drawn by the trial's seed
 * @param excludeSelf whether judgments of models on their own answers are left out
 */
record Sampling(double share, boolean excludeSelf) {

    Sampling {
        if (!(share > 0 && share <= 1)) {
            throw new InputException("Key 'share': " + share + " is not a share above 0 and at most 1");
        }
    }

    /** The part that is used; refused if its models do not all meet. */
    JudgmentData of(JudgmentData whole, RandomSource random) {
        JudgmentData chosen = excludeSelf ? Samples.withoutSelfReviews(whole) : whole;
        return Samples.share(chosen, share, random.generator("share")).connected();
    }
}
