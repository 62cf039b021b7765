package org.espalier.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.TrainingProgram;
import org.espalier.api.error.DivergedException;
import org.espalier.api.model.FullBatchModel;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.espalier.api.run.Checkpoints;
import org.espalier.api.run.Checkpoints.Checkpoint;
import org.espalier.api.run.Progress;
import org.espalier.api.trainer.Trained;
import org.espalier.api.trainer.Trainer;
import org.espalier.testkit.fixture.ToyData;
import org.espalier.testkit.internal.Tensors;
import org.nd4j.linalg.learning.config.Sgd;

import jakarta.inject.Inject;

/** Trainers to try the contract with. */
final class Trainers {
    private static final int EPOCHS = 6;

    private Trainers() {
    }

    /** Gradient descent: its whole state is the parameters. The iteration, which dropout follows, is set forward by redoing the steps. */
    static class Descent implements Trainer<FullBatchModel<ToyData>, ToyData> {
        final Lease lease;
        final Progress progress;
        final Checkpoints checkpoints;

        @Inject
        Descent(Lease lease, Progress progress, Checkpoints checkpoints) {
            this.lease = lease;
            this.progress = progress;
            this.checkpoints = checkpoints;
        }

        @Override
        public Trained train(FullBatchModel<ToyData> model, ToyData data) {
            Network network = model.network(data, Mode.TRAINING);
            Parameters parameters = lease.parameters(network.initialValues());
            TrainingProgram program = lease.compileTraining(ProgramRequest.training(network, parameters, new Sgd(0.1), 1));
            int done = checkpoints.latest().map(checkpoint -> resume(checkpoint, parameters, program)).orElse(0);
            for (int epoch = done + 1; epoch <= EPOCHS; epoch++) {
                report(epoch, program.step());
                saveIfDue(epoch, parameters);
            }
            Network evaluation = model.network(data, Mode.EVALUATION);
            Program judge = lease.compile(ProgramRequest.inference(evaluation, parameters));
            return part -> {
                judge.run();
                return model.predictions(data, part, judge.output(evaluation.output().name()));
            };
        }

        void report(int epoch, double loss) {
            if (!Double.isFinite(loss)) {
                throw new DivergedException(epoch, "training loss", "another loss");
            }
            progress.epoch(epoch, EPOCHS, Map.of("train-loss", loss));
        }

        void saveIfDue(int epoch, Parameters parameters) {
            if (checkpoints.due()) {
                checkpoints.save(epoch, parameters::writeTo);
            }
        }

        int resume(Checkpoint checkpoint, Parameters parameters, TrainingProgram program) {
            for (int i = 0; i < checkpoint.epoch(); i++) {
                program.step();
            }
            try {
                parameters.readFrom(new ByteArrayInputStream(checkpoint.state()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return checkpoint.epoch();
        }
    }

    /** Is one iteration ahead after a checkpoint, and on other weights. */
    static final class Forgetful extends Descent {
        @Inject
        Forgetful(Lease lease, Progress progress, Checkpoints checkpoints) {
            super(lease, progress, checkpoints);
        }

        @Override
        int resume(Checkpoint checkpoint, Parameters parameters, TrainingProgram program) {
            int done = super.resume(checkpoint, parameters, program);
            program.step();
            return done;
        }
    }

    /** Neither stops nor notices that it diverges. */
    static final class Stubborn extends Descent {
        @Inject
        Stubborn(Lease lease, Progress progress, Checkpoints checkpoints) {
            super(lease, progress, checkpoints);
        }

        @Override
        void report(int epoch, double loss) {
            try {
                progress.epoch(epoch, EPOCHS, Map.of("train-loss", loss));
            } catch (CancellationException e) {
                checkpoints.due();
            }
        }
    }

    static class OfRightOne extends FullBatchTrainerContract {
        @Override
        protected Class<?> extension() {
            return Descent.class;
        }
    }

    static class OfForgetful extends FullBatchTrainerContract {
        @Override
        protected Class<?> extension() {
            return Forgetful.class;
        }
    }

    static class OfStubborn extends FullBatchTrainerContract {
        @Override
        protected Class<?> extension() {
            return Stubborn.class;
        }
    }
}
