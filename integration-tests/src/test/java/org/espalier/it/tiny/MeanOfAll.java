package org.espalier.it.tiny;

import org.espalier.api.dataset.Part;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.metric.Predictions;
import org.espalier.api.trainer.Trained;

/** Predicts the mean for every number. */
record MeanOfAll(Averaging model, Numbers data) implements Trained {
    @Override
    public Predictions predict(Part part) {
        double[] truth = data.values().stream().mapToDouble(Double::doubleValue).toArray();
        return new Predictions.Values(truth, data.values().stream().mapToDouble(v -> model.mean()).toArray());
    }

    @Override
    public void inspect(Inspector inspector) {
        // the model knows its mean itself
    }
}
