package org.espalier.standard.internal.trainer;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.OptimizerState;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.ProgramCache;
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
 * An epoch visits the training examples in an order that is drawn anew for each epoch, from the seed and the epoch's number alone. A last
 * batch that is smaller has a program of its own, which steps the same training.
 */
final class MiniBatchSteps<D> implements Steps {
    /** Full batches and the last one. */
    private static final int PROGRAMS = 2;

    private final Lease lease;
    private final MiniBatchModel<D> model;
    private final D data;
    private final RandomSource random;
    private final int batch;
    private final int perEpoch;
    private final Parameters parameters;
    private final OptimizerState state;
    private final ProgramCache<Integer, TrainingProgram> bySize = new ProgramCache<>(PROGRAMS, this::compile, TrainingProgram::close);
    private final BatchedPredictions<D> predictions;
    private final BatchedInspection<D> inspection;
    private int shuffledEpoch;
    private int[] order;

    MiniBatchSteps(Lease lease, MiniBatchModel<D> model, D data, MiniBatchSettings settings, RandomSource random) {
        this.lease = lease;
        this.model = model;
        this.data = data;
        this.random = random;
        this.batch = settings.batchSize();
        int examples = model.examples(data, Part.TRAIN);
        this.perEpoch = settings.lastBatch() == LastBatch.KEEP ? (examples + batch - 1) / batch : examples / batch;
        this.parameters = lease.parameters(model.network(data, Mode.TRAINING, Math.min(batch, examples)).initialValues());
        this.state = lease.optimizerState(parameters, settings.optimizer().optimizer(settings.learningRate(), perEpoch, settings.epochs()));
        this.predictions = new BatchedPredictions<>(lease, model, data, settings.batchSize(), parameters);
        this.inspection = new BatchedInspection<>(lease, model, data, settings.batchSize(), parameters);
    }

    private TrainingProgram compile(int size) {
        Network network = model.network(data, Mode.TRAINING, size);
        TrainingProgram program = lease.compileTraining(ProgramRequest.training(network, state, random.key("dropout")), state);
        network.inputs().forEach(program::feed);
        return program;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public OptimizerState optimizer() {
        return state;
    }

    @Override
    public int perEpoch() {
        return perEpoch;
    }

    @Override
    public double step(int epoch, int step) {
        int[] all = order(epoch);
        int[] examples = Arrays.copyOfRange(all, step * batch, Math.min((step + 1) * batch, all.length));
        TrainingProgram program = bySize.get(examples.length);
        model.batch(data, Part.TRAIN, examples).forEach(program::feed);
        return program.step();
    }

    @Override
    public boolean has(Part part) {
        return model.examples(data, part) > 0;
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
