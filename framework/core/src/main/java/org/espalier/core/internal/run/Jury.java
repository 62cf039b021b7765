package org.espalier.core.internal.run;

import static org.espalier.core.internal.run.PluginFault.blame;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.espalier.api.dataset.Part;
import org.espalier.api.error.DivergedException;
import org.espalier.api.metric.Metric;
import org.espalier.api.metric.Predictions;
import org.espalier.api.trainer.Trained;
import org.espalier.core.experiment.Stage;
import org.espalier.core.extension.Extension;

/** Judges a trained model on the test part by a stage's metrics. */
final class Jury {
    private final Construction construction;
    private final Stage stage;
    private final Consumer<String> notes;

    /** @param notes takes a sentence for each metric that is undefined */
    Jury(Construction construction, Stage stage, Consumer<String> notes) {
        this.construction = construction;
        this.stage = stage;
        this.notes = notes;
    }

    /** @throws DivergedException if a prediction is not finite: a number made of it would be worthless */
    Map<String, Double> judge(Trained trained) {
        if (stage.metrics().isEmpty()) {
            return Map.of();
        }
        Predictions predictions = blame(stage.model().extension(), "predicting", () -> trained.predict(Part.TEST));
        if (!finite(predictions)) {
            throw new DivergedException("predictions of " + stage.model().extension().id(), "a smaller learning rate, fewer epochs, or a look at the data for extreme values");
        }
        Map<String, Double> values = new LinkedHashMap<>();
        stage.metrics().forEach(metric -> values.put(metric.id(), value(metric, predictions)));
        return values;
    }

    @SuppressWarnings("unchecked")
    private double value(Extension extension, Predictions predictions) {
        Metric<Predictions> metric = construction.make(extension, Map.of(), Metric.class);
        return blame(extension, "judging", () -> {
            double value = metric.of(predictions);
            if (Double.isNaN(value)) {
                notes.accept("Metric '" + extension.id() + "' is undefined on the test part of stage '" + stage.name() + "': " + metric.whyUndefined(predictions));
            }
            return value;
        });
    }

    private static boolean finite(Predictions predictions) {
        return Arrays.stream(numbers(predictions)).allMatch(Double::isFinite);
    }

    private static double[] numbers(Predictions predictions) {
        if (predictions instanceof Predictions.Ranking ranking) {
            return ranking.scores();
        }
        return predictions instanceof Predictions.ClassScores scores ? scores.scores() : ((Predictions.Values) predictions).predicted();
    }
}
