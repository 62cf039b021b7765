package org.espalier.peerreview.internal.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.espalier.api.dataset.Part;
import org.espalier.api.inspection.Figure;
import org.espalier.api.inspection.Inspection;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.metric.Predictions.Ranking;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.ReviewerTally;
import org.espalier.peerreview.internal.metric.Order;
import org.espalier.peerreview.internal.metric.PermutationEntropy;
import org.espalier.peerreview.internal.metric.Places;
import org.espalier.peerreview.internal.scoring.FixedWeights;
import org.espalier.peerreview.internal.scoring.LinearScoring;
import org.espalier.peerreview.internal.scoring.PreferenceGap;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Tells of a pool: how differently models see their own contests before and after weighting, what reviewers do and cost, and how well each would rank alone. */
final class PoolInspector implements Inspector {
    private final JudgmentData data;
    private final Supplier<double[]> weights;
    private final Supplier<double[]> scores;

    /** @param weights of the reviewers and {@code scores} of the models, asked for when reporting */
    PoolInspector(JudgmentData data, Supplier<double[]> weights, Supplier<double[]> scores) {
        this.data = data;
        this.weights = weights;
        this.scores = scores;
    }

    @Override
    public Part part() {
        return Part.TEST;
    }

    @Override
    public void look(int[] examples, Map<String, INDArray> watched) {
        // all there is to see lies in the data and the weights
    }

    @Override
    public void report(Inspection inspection) {
        ranking(inspection);
        gaps(inspection);
        costs(inspection);
        queue(inspection);
    }

    private void ranking(Inspection inspection) {
        double[] points = scores.get();
        List<Integer> order = IntStream.range(0, data.models()).boxed().sorted(Comparator.comparingDouble(model -> -points[model])).toList();
        inspection.figure("ranking", new Figure.HeatMap("Ranking, best first", order.stream().map(data.roster().models()::get).toList(), List.of("score"),
                order.stream().map(model -> List.of(points[model])).toList()));
    }

    /** Weights below one shrink gaps even if all are equal; divided by their mean, the gap shows whether weighting balances. */
    private void gaps(Inspection inspection) {
        double[] now = weights.get();
        PreferenceGap before = PreferenceGap.unweighted(data.counts());
        PreferenceGap after = PreferenceGap.of(data.counts(), now);
        double mean = Arrays.stream(now, 0, data.models()).average().orElse(Double.NaN);
        number(inspection, "preference-gap", before.mean());
        number(inspection, "preference-gap-weighted", after.mean());
        number(inspection, "preference-gap-weighted-by-mean-weight", after.mean() / mean);
        inspection.figure("preference-gaps", heatMap("Preference gap", before));
        inspection.figure("preference-gaps-weighted", heatMap("Preference gap, weighted", after));
    }

    private Figure heatMap(String title, PreferenceGap gap) {
        List<String> names = data.roster().models();
        return new Figure.HeatMap(title, names, names, Arrays.stream(gap.values()).map(row -> Arrays.stream(row).boxed().toList()).toList());
    }

    private void costs(Inspection inspection) {
        List<ReviewerTally> tallies = data.tallies();
        ReviewerTally all = tallies.stream().reduce(ReviewerTally.none(), ReviewerTally::plus);
        number(inspection, "prompts", 2.0 * all.judgments());
        number(inspection, "prompt-tokens", all.promptTokens());
        number(inspection, "completion-tokens", all.completionTokens());
        number(inspection, "error-share", all.errorShare());
        number(inspection, "flip-share", all.flipShare());
        number(inspection, "tie-share", all.tieShare());
        inspection.figure("reviewer-bias", new Figure.HeatMap("Reviewers: shares of errors, position flips and ties", data.roster().reviewers(), List.of("errors", "flips", "ties"),
                tallies.stream().map(tally -> List.of(tally.errorShare(), tally.flipShare(), tally.tieShare())).toList()));
        inspection.figure("reviewer-cost", new Figure.HeatMap("Reviewers: prompts and tokens", data.roster().reviewers(), List.of("prompts", "prompt tokens", "completion tokens"),
                tallies.stream().map(tally -> List.of(2.0 * tally.judgments(), (double) tally.promptTokens(), (double) tally.completionTokens())).toList()));
    }

    /** The reviewer queue: each alone, by the judgments it made itself. */
    private void queue(Inspection inspection) {
        if (data.ranked() < PermutationEntropy.TRIPLES) {
            return;
        }
        LinearScoring plain = LinearScoring.of(data, LinearScoring.Form.PLAIN);
        List<Integer> reviewing = IntStream.range(0, data.roster().reviewerCount()).filter(s -> data.tallies().get(s).judgments() > 0).boxed().toList();
        List<List<Double>> rows = reviewing.stream().map(s -> alone(FixedWeights.single(plain, s))).toList();
        number(inspection, "single-reviewer-cin", rows.stream().mapToDouble(row -> row.get(0)).average().orElse(Double.NaN));
        number(inspection, "single-reviewer-pen", rows.stream().mapToDouble(row -> row.get(2)).average().orElse(Double.NaN));
        inspection.figure("single-reviewers", new Figure.HeatMap("Each reviewer alone", reviewing.stream().map(data.roster().reviewers()::get).toList(), List.of("CIN", "LIS", "PEN"), rows));
    }

    private List<Double> alone(double[] scores) {
        int[] places = Places.of(new Ranking(data.roster().models(), scores, data.truth()));
        return List.of((double) Order.inversions(places), (double) Order.longestIncreasing(places), PermutationEntropy.exact(places));
    }

    private static void number(Inspection inspection, String name, double value) {
        if (!Double.isNaN(value)) {
            inspection.number(name, value);
        }
    }
}
