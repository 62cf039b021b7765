package org.espalier.standard.internal.trainer;

import org.espalier.api.compute.Lease;
import org.espalier.api.dataset.Part;
import org.espalier.api.error.InputException;
import org.espalier.api.extension.TrainerExtension;
import org.espalier.api.model.MiniBatchModel;
import org.espalier.api.run.Artefacts;
import org.espalier.api.run.Checkpoints;
import org.espalier.api.run.Progress;
import org.espalier.api.run.RandomSource;
import org.espalier.api.trainer.Trained;
import org.espalier.api.trainer.Trainer;

import jakarta.inject.Inject;

/** Trains a model whose steps see a few examples each. */
@TrainerExtension(id = "train.mini-batch", title = "Stochastic gradient training", form = MiniBatchModel.FORM)
public final class MiniBatchTrainer<D> implements Trainer<MiniBatchModel<D>, D> {
    private final MiniBatchSettings settings;
    private final Lease lease;
    private final RandomSource random;
    private final TrainingLoop loop;

    @Inject
    public MiniBatchTrainer(MiniBatchSettings settings, Lease lease, RandomSource random, Progress progress, Checkpoints checkpoints, Artefacts artefacts) {
        this.settings = settings;
        this.lease = lease;
        this.random = random;
        this.loop = new TrainingLoop(lease, progress, checkpoints, artefacts);
    }

    @Override
    public Trained train(MiniBatchModel<D> model, D data) {
        int examples = model.examples(data, Part.TRAIN);
        if (examples == 0) {
            throw new InputException("There is nothing to train on: the training part has no examples. Leave it some when the dataset is split.");
        }
        if (settings.lastBatch() == LastBatch.DROP && examples < settings.batchSize()) {
            throw new InputException("Not one batch could be filled: batch-size is " + settings.batchSize() + ", but the training part has " + examples
                    + " examples. Choose a batch-size of at most " + examples + ", or keep a last batch that is smaller (last-batch: keep).");
        }
        Steps steps = new MiniBatchSteps<>(lease, model, data, settings, random);
        return loop.run(steps, new TrainingLoop.Course(settings.epochs(), settings.looksPerEpoch(), settings.stopping(), settings.patience()));
    }
}
