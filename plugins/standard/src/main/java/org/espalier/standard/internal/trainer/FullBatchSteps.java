package org.espalier.standard.internal.trainer;

import java.util.Map;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.OptimizerState;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.TrainingProgram;
import org.espalier.api.dataset.Part;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.FullBatchModel;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;

/** One step an epoch, over everything. */
final class FullBatchSteps<D> implements Steps {
    private static final int[] ALL_AT_ONCE = {};

    private final Lease lease;
    private final FullBatchModel<D> model;
    private final D data;
    private final Parameters parameters;
    private final OptimizerState state;
    private final TrainingProgram training;
    private final Program evaluation;
    private final String output;

    FullBatchSteps(Lease lease, FullBatchModel<D> model, D data, Optimizer optimizer, long dropoutKey) {
        this.lease = lease;
        this.model = model;
        this.data = data;
        Network learning = model.network(data, Mode.TRAINING);
        Network judging = model.network(data, Mode.EVALUATION);
        this.parameters = lease.parameters(learning.initialValues());
        this.state = lease.optimizerState(parameters, optimizer);
        this.training = lease.compileTraining(ProgramRequest.training(learning, state, dropoutKey), state);
        this.evaluation = lease.compile(ProgramRequest.inference(judging, parameters));
        this.output = judging.output().name();
        learning.inputs().forEach(training::feed);
        judging.inputs().forEach(evaluation::feed);
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
        return 1;
    }

    @Override
    public double step(int epoch, int step) {
        return training.step();
    }

    @Override
    public boolean has(Part part) {
        return predict(part, () -> { }).size() > 0;
    }

    @Override
    public Predictions predict(Part part, Runnable pause) {
        pause.run();
        evaluation.run();
        return model.predictions(data, part, evaluation.output(output));
    }

    @Override
    public void show(Inspector inspector, Runnable pause) {
        pause.run();
        try (WatchedProgram program = new WatchedProgram(lease, model.network(data, Mode.EVALUATION), parameters)) {
            inspector.look(ALL_AT_ONCE, program.values(Map.of()));
        }
    }
}
