package org.espalier.standard.internal.trainer;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.espalier.api.metric.Predictions;
import org.espalier.api.metric.Predictions.ClassScores;
import org.espalier.api.metric.Predictions.Values;

/** Predictions of one kind, one after the other. */
final class JoinedPredictions {
    private JoinedPredictions() {
    }

    static Predictions of(List<Predictions> pieces) {
        if (pieces.get(0) instanceof ClassScores first) {
            int[] truth = pieces.stream().flatMapToInt(piece -> Arrays.stream(((ClassScores) piece).truth())).toArray();
            return new ClassScores(truth, join(pieces, piece -> ((ClassScores) piece).scores()), first.classes());
        }
        return new Values(join(pieces, piece -> ((Values) piece).truth()), join(pieces, piece -> ((Values) piece).predicted()));
    }

    /** No predictions, of the same kind. */
    static Predictions none(Predictions like) {
        return like instanceof ClassScores scores
                ? new ClassScores(new int[0], new double[0], scores.classes())
                : new Values(new double[0], new double[0]);
    }

    private static double[] join(List<Predictions> pieces, Function<Predictions, double[]> numbers) {
        return pieces.stream().map(numbers).flatMapToDouble(Arrays::stream).toArray();
    }
}
