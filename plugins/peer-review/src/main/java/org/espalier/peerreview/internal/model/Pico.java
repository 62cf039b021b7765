package org.espalier.peerreview.internal.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.espalier.api.bench.Benchmark;
import org.espalier.api.compute.Lease;
import org.espalier.api.config.Param;
import org.espalier.api.error.InputException;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.metric.Predictions.Ranking;
import org.espalier.api.run.RandomSource;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.peerreview.internal.scoring.EloScoring;
import org.espalier.peerreview.internal.scoring.Elimination;
import org.espalier.peerreview.internal.scoring.LinearScoring;
import org.espalier.peerreview.internal.scoring.Scoring;
import org.espalier.peerreview.internal.scoring.Weighting;

import jakarta.inject.Inject;

/**
 * PiCO (Ning et al., arXiv 2402.01830): who answers well also reviews well, so reviewers' weights are chosen to agree with their scores as authors; the worst reviewers are eliminated on the
 * way.
 *
 * <table><caption>Symbols of the paper</caption>
 * <tr><td>w</td><td>weights: {@link Weighting}</td></tr>
 * <tr><td>G</td><td>scores: {@link Scoring}</td></tr>
 * <tr><td>K</td><td>{@link Parameters#k}</td></tr>
 * <tr><td>r</td><td>ranks by weight: {@link org.espalier.peerreview.internal.scoring.Standing}</td></tr>
 * </table>
 */
@ModelExtension(id = "peerreview.pico", title = "PiCO: weights consistent with scores, worst reviewers eliminated", data = JudgmentData.KIND, form = ConsistencyModel.FORM, predicts = Ranking.KIND)
public final class Pico implements ConsistencyModel, Benchmark<JudgmentData> {
    private static final double ROUNDING = 1e-9;

    private final Parameters parameters;
    private final RandomSource random;
    private Elimination.Result learned;

    /** How weights make scores. */
    enum Form {
        /** Wins over models that stand better count more; the published numbers. */
        RANK,
        /** Average points. */
        DEFAULT,
        /** Elo of all judgments at once. */
        ELO
    }

    /** By what scores are divided. */
    enum Normalise {
        /** A model's judgments. */
        COUNT,
        /** A model's judgments by their reviewers' weights. */
        WEIGHTED
    }

    /** What a user can set. */
    record Parameters(
            @Param(value = "How weights make scores", def = "rank") Form scoring,
            @Param(value = "How little ranks count in rank scoring; greater is less, not 0", def = "200") double k,
            @Param(value = "Size of the updates in Elo scoring", def = "1", min = 0) double eloFactor,
            @Param(value = "Share of the reviewers to eliminate, rounded down", def = "0.6", min = 0, max = 1, maxExclusive = true) double eliminate,
            @Param(value = "Number of reviewers to eliminate, instead of a share", min = 0) Optional<Integer> eliminateCount,
            @Param(value = "By what scores are divided", def = "count") Normalise normalise,
            @Param(value = "Taken off a model's score, times its weight and the share of its reviews with errors", def = "0", min = 0) double errorPenalty) {
    }

    @Inject
    Pico(Parameters parameters, RandomSource random) {
        if (parameters.k() == 0 || !Double.isFinite(parameters.k())) {
            throw new InputException("Key 'k': " + parameters.k() + " cannot divide ranks; give a finite number other than 0, such as 200");
        }
        this.parameters = parameters;
        this.random = random;
    }

    @Override
    public Scoring scoring(JudgmentData data) {
        boolean weighted = parameters.normalise() == Normalise.WEIGHTED;
        return switch (parameters.scoring()) {
            case RANK -> LinearScoring.of(data, new LinearScoring.Form(parameters.k(), weighted, parameters.errorPenalty()));
            case DEFAULT -> LinearScoring.of(data, new LinearScoring.Form(Double.POSITIVE_INFINITY, weighted, parameters.errorPenalty()));
            case ELO -> new EloScoring(data.counts(), parameters.eloFactor());
        };
    }

    @Override
    public Weighting start(JudgmentData data) {
        return Weighting.drawn(data.roster().reviewerCount(), random.generator("initial-weights"));
    }

    @Override
    public int removals(JudgmentData data) {
        int removals = parameters.eliminateCount().orElse((int) Math.floor(parameters.eliminate() * data.models() + ROUNDING));
        if (removals >= data.models()) {
            throw new InputException("Key 'eliminate-count': " + removals + " of " + data.models() + " reviewers cannot be eliminated; at least one has to stay");
        }
        return removals;
    }

    @Override
    public void learned(Elimination.Result result) {
        learned = result;
    }

    @Override
    public OptionalLong nativeMemory(JudgmentData data) {
        return OptionalLong.of(0);
    }

    @Override
    public Optional<Inspector> inspector(JudgmentData data) {
        return Optional.of(new PicoInspector(data, () -> learned));
    }

    @Override
    public List<Case> cases(JudgmentData data, Lease lease) {
        return new PicoCases(this, data).all();
    }
}
