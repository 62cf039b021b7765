package org.espalier.standard.internal.trainer;

import org.espalier.api.compute.Lease;
import org.espalier.api.extension.TrainerExtension;
import org.espalier.api.model.FullBatchModel;
import org.espalier.api.run.Artefacts;
import org.espalier.api.run.Checkpoints;
import org.espalier.api.run.Progress;
import org.espalier.api.run.RandomSource;
import org.espalier.api.trainer.Trained;
import org.espalier.api.trainer.Trainer;

import jakarta.inject.Inject;

/** Trains a model whose every step sees all the data. */
@TrainerExtension(id = "train.full-batch", title = "Gradient training on all data at once", form = FullBatchModel.FORM)
public final class FullBatchTrainer<D> implements Trainer<FullBatchModel<D>, D> {
    private final FullBatchSettings settings;
    private final Lease lease;
    private final RandomSource random;
    private final TrainingLoop loop;

    @Inject
    public FullBatchTrainer(FullBatchSettings settings, Lease lease, RandomSource random, Progress progress, Checkpoints checkpoints, Artefacts artefacts) {
        this.settings = settings;
        this.lease = lease;
        this.random = random;
        this.loop = new TrainingLoop(lease, progress, checkpoints, artefacts);
    }

    @Override
    public Trained train(FullBatchModel<D> model, D data) {
        Steps steps = new FullBatchSteps<>(lease, model, data, settings.optimizer().optimizer(settings.learningRate(), 1, settings.epochs()), random.key("dropout"));
        return loop.run(steps, new TrainingLoop.Course(settings.epochs(), 1, StoppingRule.ACCURACY_OR_LOSS, settings.patience()));
    }
}
