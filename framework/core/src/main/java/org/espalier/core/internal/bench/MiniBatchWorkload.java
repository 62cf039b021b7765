package org.espalier.core.internal.bench;

import java.util.stream.IntStream;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.TrainingProgram;
import org.espalier.api.dataset.Part;
import org.espalier.api.model.MiniBatchModel;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.nd4j.linalg.learning.config.Adam;

/** A step on one batch, fed anew each time; an epoch goes through the training part in order. */
final class MiniBatchWorkload<D> implements Workload {
    private final MiniBatchModel<D> model;
    private final D data;
    private final int size;
    private final int batches;
    private final TrainingProgram training;

    MiniBatchWorkload(Lease lease, MiniBatchModel<D> model, D data, int batch) {
        this.model = model;
        this.data = data;
        int examples = model.examples(data, Part.TRAIN);
        this.size = Math.min(batch, examples);
        this.batches = examples / size;
        Network network = model.network(data, Mode.TRAINING, size);
        training = lease.compileTraining(ProgramRequest.training(network, lease.parameters(network.initialValues()), new Adam(), 1));
        network.inputs().forEach(training::feed);
    }

    @Override
    public void step() {
        step(0);
    }

    @Override
    public void warmUp() {
        step();
    }

    private void step(int batch) {
        int[] examples = IntStream.range(batch * size, (batch + 1) * size).toArray();
        model.batch(data, Part.TRAIN, examples).forEach(training::feed);
        training.step();
    }

    @Override
    public void epoch() {
        for (int batch = 0; batch < batches; batch++) {
            step(batch);
        }
    }
}
