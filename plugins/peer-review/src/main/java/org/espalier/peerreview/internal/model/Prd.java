package org.espalier.peerreview.internal.model;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.espalier.api.config.Param;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions.Ranking;
import org.espalier.api.model.DirectModel;
import org.espalier.api.run.RandomSource;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Judgments;
import org.espalier.peerreview.internal.scoring.FixedWeights;
import org.espalier.peerreview.internal.scoring.LinearScoring;
import org.espalier.peerreview.internal.scoring.PeerRank;
import org.espalier.peerreview.internal.scoring.SequentialElo;

import jakarta.inject.Inject;

/** Peer rank (PRD, Li et al., arXiv 2307.02762): scores make weights, weights make scores, a few times over. */
@ModelExtension(id = "peerreview.prd", title = "Peer rank (PRD): scores and weights in turn", data = JudgmentData.KIND, form = DirectModel.FORM, predicts = Ranking.KIND)
public final class Prd extends Aggregation {
    private final Parameters parameters;
    private final RandomSource random;

    /** How models are scored in a round. */
    enum Rating {
        /** Weighted average points. */
        WIN_RATE,
        /** Elo, judgment by judgment in an order that the seed shuffles. */
        ELO
    }

    /** What a user can set. */
    record Parameters(
            @Param(value = "How models are scored in a round", def = "win-rate") Rating rating,
            @Param(value = "Rounds", def = "5", min = 1) int rounds) {
    }

    @Inject
    Prd(Parameters parameters, RandomSource random) {
        this.parameters = parameters;
        this.random = random;
    }

    @Override
    double[] scores(JudgmentData data) {
        LinearScoring plain = LinearScoring.of(data, LinearScoring.Form.PLAIN);
        if (parameters.rating() == Rating.WIN_RATE) {
            return PeerRank.of(plain.present(), data.models(), parameters.rounds(), weights -> FixedWeights.scores(plain, weights)).scores();
        }
        Judgments judgments = judgments(data, "Peer rank with Elo");
        Judgments shuffled = judgments.at(permutation(judgments.size(), random.generator("elo-order")));
        return PeerRank.of(plain.present(), data.models(), parameters.rounds(), weights -> SequentialElo.ratings(shuffled, data.models(), weights)).scores();
    }

    private static int[] permutation(int size, RandomGenerator random) {
        int[] places = IntStream.range(0, size).toArray();
        for (int last = size - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int swapped = places[last];
            places[last] = places[other];
            places[other] = swapped;
        }
        return places;
    }
}
