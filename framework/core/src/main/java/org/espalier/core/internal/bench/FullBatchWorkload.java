package org.espalier.core.internal.bench;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.TrainingProgram;
import org.espalier.api.dataset.Part;
import org.espalier.api.model.FullBatchModel;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.nd4j.linalg.learning.config.Adam;

/** A step on all data; an epoch adds a validation pass. */
final class FullBatchWorkload<D> implements Workload {
    private final FullBatchModel<D> model;
    private final D data;
    private final TrainingProgram training;
    private final Program evaluation;
    private final String output;

    FullBatchWorkload(Lease lease, FullBatchModel<D> model, D data) {
        this.model = model;
        this.data = data;
        Network train = model.network(data, Mode.TRAINING);
        Network test = model.network(data, Mode.EVALUATION);
        Parameters parameters = lease.parameters(train.initialValues());
        training = lease.compileTraining(ProgramRequest.training(train, parameters, new Adam(), 1));
        evaluation = lease.compile(ProgramRequest.inference(test, parameters));
        train.inputs().forEach(training::feed);
        test.inputs().forEach(evaluation::feed);
        output = test.output().name();
    }

    @Override
    public void step() {
        training.step();
    }

    @Override
    public void warmUp() {
        epoch();
    }

    @Override
    public void epoch() {
        training.step();
        evaluation.run();
        model.predictions(data, Part.VALIDATION, evaluation.output(output));
    }
}
