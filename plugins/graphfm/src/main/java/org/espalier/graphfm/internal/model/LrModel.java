package org.espalier.graphfm.internal.model;

import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.MiniBatchModel;
import org.espalier.api.run.RandomSource;
import org.espalier.data.field.FieldData;
import org.nd4j.autodiff.samediff.SDVariable;

import jakarta.inject.Inject;

/**
 * Logistic regression: logit = sum over j of w_j + b; a weight {@code emb} for each feature.
 */
@ModelExtension(id = "graphfm.lr", title = "Logistic regression", data = FieldData.KIND, form = MiniBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class LrModel extends FieldModel {
    @Inject
    LrModel(RandomSource random) {
        super(random);
    }

    @Override
    Footprint footprint(int features, int fields) {
        return new Footprint(features, 14L * fields);
    }

    @Override
    SDVariable logits(FieldInputs inputs, Weights weights, Dropping dropping) {
        return inputs.linear("", weights);
    }
}
