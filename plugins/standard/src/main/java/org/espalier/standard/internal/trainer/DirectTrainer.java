package org.espalier.standard.internal.trainer;

import org.espalier.api.dataset.Part;
import org.espalier.api.extension.TrainerExtension;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.DirectModel;
import org.espalier.api.trainer.Trained;
import org.espalier.api.trainer.Trainer;

import jakarta.inject.Inject;

/** Trains nothing: the model answers as it is. No epochs, no parameters, no work on a device. */
@TrainerExtension(id = "train.none", title = "No training, for models that answer as they are", form = DirectModel.FORM)
public final class DirectTrainer<D> implements Trainer<DirectModel<D>, D> {

    @Inject
    public DirectTrainer() {
    }

    @Override
    public Trained train(DirectModel<D> model, D data) {
        return new Trained() {
            @Override
            public Predictions predict(Part part) {
                return model.predictions(data, part);
            }

            @Override
            public void inspect(Inspector inspector) {
                // there is no network to look into: the inspector reports what the model itself knows
            }
        };
    }
}
