package org.espalier.standard.internal.trainer;

import org.espalier.api.dataset.Part;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.metric.Predictions;
import org.espalier.api.run.Progress;
import org.espalier.api.trainer.Trained;

/** Steps after the last one. */
record TrainedSteps(Steps steps, Progress progress) implements Trained {
    @Override
    public Predictions predict(Part part) {
        return steps.predict(part, progress::check);
    }

    @Override
    public void inspect(Inspector inspector) {
        steps.show(inspector, progress::check);
    }
}
