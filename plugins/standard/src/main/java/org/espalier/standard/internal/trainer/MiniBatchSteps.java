package org.espalier.standard.internal.trainer;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.TrainingProgram;
import org.espalier.api.dataset.Part;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.MiniBatchModel;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.espalier.api.run.RandomSource;

/**
 * An epoch visits the training examples in an order that is drawn anew for each epoch, from the seed and the epoch's number alone. Those that
 * do not fill a last batch are left out of that epoch: graphs have static shapes, and small last batches would weigh their examples more.
 */
final class MiniBatchSteps<D> implements Steps {
    private final MiniBatchModel<D> model;
    private final D data;
    private final RandomSource random;
    private final int batch;
    private final Parameters parameters;
    private final TrainingProgram training;
    private final BatchedPredictions<D> predictions;
    private final BatchedInspection<D> inspection;
    private int shuffledEpoch;
    private int[] order;

    MiniBatchSteps(Lease lease, MiniBatchModel<D> model, D data, MiniBatchSettings settings, RandomSource random) {
        this.model = model;
        this.data = data;
        this.random = random;
        this.batch = settings.batchSize();
        Network network = model.network(data, Mode.TRAINING, batch);
        this.parameters = lease.parameters(network.initialValues());
        Optimizer optimizer = settings.optimizer().optimizer(settings.learningRate(), perEpoch(), settings.epochs());
        this.training = lease.compileTraining(ProgramRequest.training(network, parameters, optimizer, random.key("dropout")));
        this.predictions = new BatchedPredictions<>(lease, model, data, settings.batchSize(), parameters);
        this.inspection = new BatchedInspection<>(lease, model, data, settings.batchSize(), parameters);
        network.inputs().forEach(training::feed);
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public TrainingProgram program() {
        return training;
    }

    @Override
    public int perEpoch() {
        return model.examples(data, Part.TRAIN) / batch;
    }

    @Override
    public double step(int epoch, int step) {
        int[] examples = Arrays.copyOfRange(order(epoch), step * batch, (step + 1) * batch);
        model.batch(data, Part.TRAIN, examples).forEach(training::feed);
        return training.step();
    }

    @Override
    public Predictions predict(Part part, Runnable pause) {
        return predictions.of(part, pause);
    }

    @Override
    public void show(Inspector inspector, Runnable pause) {
        inspection.show(inspector, pause);
    }

    private int[] order(int epoch) {
        if (shuffledEpoch != epoch) {
            order = shuffled(model.examples(data, Part.TRAIN), random.generator("shuffle-" + epoch));
            shuffledEpoch = epoch;
        }
        return order;
    }

    private static int[] shuffled(int examples, RandomGenerator random) {
        int[] order = new int[examples];
        for (int i = 0; i < examples; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
