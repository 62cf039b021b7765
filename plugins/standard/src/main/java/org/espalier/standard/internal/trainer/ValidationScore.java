package org.espalier.standard.internal.trainer;

import java.util.OptionalDouble;

import org.espalier.api.metric.Predictions;
import org.espalier.api.metric.Predictions.ClassScores;
import org.espalier.api.metric.Predictions.Values;
import org.espalier.standard.internal.metric.Accuracy;
import org.espalier.standard.internal.metric.LogLoss;
import org.espalier.standard.internal.metric.MeanSquaredError;

/**
 * How good a model is on the validation part.
 *
 * @param loss     mean cross-entropy of class scores, mean squared error of values
 * @param accuracy share of right classes; empty for values
 */
record ValidationScore(double loss, OptionalDouble accuracy) {

    static ValidationScore of(Predictions predictions) {
        if (predictions instanceof ClassScores scores) {
            return new ValidationScore(new LogLoss().of(scores), OptionalDouble.of(new Accuracy().of(scores)));
        }
        return new ValidationScore(new MeanSquaredError().of((Values) predictions), OptionalDouble.empty());
    }
}
