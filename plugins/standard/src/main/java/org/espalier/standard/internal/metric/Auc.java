package org.espalier.standard.internal.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.espalier.api.extension.MetricExtension;
import org.espalier.api.metric.Direction;
import org.espalier.api.metric.Metric;
import org.espalier.api.metric.Predictions.ClassScores;

/**
 * Area under the ROC curve: the chance that an example of the class is ranked above one that is not of it, a tie counting one half. Ranked
 * by the log-odds score[c] - log sum exp of the other scores, which orders like the probability but does not saturate. With two
 * classes, that of class 1; with more, the mean over the classes that have examples on both sides. NaN if no class has.
 */
@MetricExtension(id = "auc", title = "Area under the ROC curve, one against the rest", judges = ClassScores.KIND)
public final class Auc implements Metric<ClassScores> {
    @Override
    public double of(ClassScores predictions) {
        if (predictions.classes() == 2) {
            return ofClass(predictions, 1);
        }
        return IntStream.range(0, predictions.classes()).mapToDouble(c -> ofClass(predictions, c)).filter(Double::isFinite).average().orElse(Double.NaN);
    }

    @Override
    public String whyUndefined(ClassScores predictions) {
        return predictions.size() == 0 ? "there are no examples" : "all " + predictions.size() + " examples are of class " + predictions.truth()[0];
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    /** The Mann-Whitney statistic: (sum of the positives' ranks - P (P + 1) / 2) / (P N), equals sharing their mean rank. */
    private static double ofClass(ClassScores predictions, int positive) {
        double[] odds = logOdds(predictions, positive);
        Integer[] order = IntStream.range(0, odds.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> odds[i]));
        double ranks = 0;
        long positives = 0;
        for (int from = 0, to; from < order.length; from = to) {
            to = endOfTie(order, odds, from);
            long hits = Arrays.stream(order, from, to).filter(i -> predictions.truth()[i] == positive).count();
            ranks += hits * (from + 1 + to) / 2.0;
            positives += hits;
        }
        double area = ranks - positives * (positives + 1) / 2.0;
        return area / positives / (odds.length - positives);
    }

    private static int endOfTie(Integer[] order, double[] odds, int from) {
        int to = from + 1;
        while (to < order.length && odds[order[to]] == odds[order[from]]) {
            to++;
        }
        return to;
    }

    private static double[] logOdds(ClassScores predictions, int positive) {
        int classes = predictions.classes();
        double[] odds = new double[predictions.size()];
        for (int i = 0; i < odds.length; i++) {
            int from = i * classes;
            odds[i] = predictions.scores()[from + positive] - LogSum.exp(predictions.scores(), from, from + classes, from + positive);
        }
        return odds;
    }
}
