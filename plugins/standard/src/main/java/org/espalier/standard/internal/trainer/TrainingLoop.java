package org.espalier.standard.internal.trainer;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.espalier.api.compute.Lease;
import org.espalier.api.dataset.Part;
import org.espalier.api.error.DataException;
import org.espalier.api.error.DivergedException;
import org.espalier.api.error.InputException;
import org.espalier.api.run.Artefacts;
import org.espalier.api.run.Checkpoints;
import org.espalier.api.run.Checkpoints.Checkpoint;
import org.espalier.api.run.Progress;
import org.espalier.api.trainer.Trained;

/**
 * Epochs of steps, each followed by a look at the validation part. In the end the parameters are those of the best epoch by
 * {@link EarlyStopping}, or of the last if there is no validation part, and are saved as {@value #WEIGHTS}.
 */
final class TrainingLoop {
    /** The artefact a later stage can start from. */
    static final String WEIGHTS = "weights.safetensors";

    private static final String ADVICE = "a smaller learning-rate, another optimizer, looking for extreme or missing values in the data, or features of similar scale.";

    private final Lease lease;
    private final Progress progress;
    private final Checkpoints checkpoints;
    private final Artefacts artefacts;

    TrainingLoop(Lease lease, Progress progress, Checkpoints checkpoints, Artefacts artefacts) {
        this.lease = lease;
        this.progress = progress;
        this.checkpoints = checkpoints;
        this.artefacts = artefacts;
    }

    /** Trains from the start or the last checkpoint to the end. */
    Trained run(Steps steps, int epochs, int patience) {
        boolean monitored = monitored(steps, patience);
        EarlyStopping stopping = new EarlyStopping(patience);
        TrainingState state = new TrainingState(lease, steps, stopping);
        checkpoints.latest().ifPresent(checkpoint -> resume(state, checkpoint));
        while (state.epochsDone() < epochs && !stopping.stops()) {
            trainEpoch(steps, state);
            Map<String, Double> report = report(state);
            if (monitored) {
                validate(steps, state, stopping, report);
            } else {
                state.keepCurrent();
            }
            state.epochDone();
            progress.epoch(state.epochsDone(), epochs, report);
        }
        state.restoreBest();
        artefacts.save(WEIGHTS, steps.parameters()::writeTo);
        return new TrainedSteps(steps, progress);
    }

    private boolean monitored(Steps steps, int patience) {
        boolean monitored = steps.predict(Part.VALIDATION, progress::check).size() > 0;
        if (patience > 0 && !monitored) {
            throw new InputException("Training is to stop early (patience " + patience + "), but the data has no validation examples to decide by. "
                    + "Give the dataset a validation part, or set patience to 0.");
        }
        return monitored;
    }

    private void trainEpoch(Steps steps, TrainingState state) {
        int epoch = state.epochsDone() + 1;
        while (state.stepsDone() < steps.perEpoch()) {
            pause(state);
            state.stepDone(finite(epoch, "training loss", steps.step(epoch, state.stepsDone())));
        }
    }

    private void validate(Steps steps, TrainingState state, EarlyStopping stopping, Map<String, Double> report) {
        ValidationScore score = ValidationScore.of(steps.predict(Part.VALIDATION, () -> pause(state)));
        finite(state.epochsDone() + 1, "validation loss", score.loss());
        if (stopping.keeps(score)) {
            state.keepCurrent();
        }
        report.put("validation-loss", score.loss());
        score.accuracy().ifPresent(accuracy -> report.put("validation-accuracy", accuracy));
    }

    private static Map<String, Double> report(TrainingState state) {
        Map<String, Double> report = new LinkedHashMap<>();
        report.put("train-loss", state.meanLoss());
        return report;
    }

    private static double finite(int epoch, String what, double loss) {
        if (!Double.isFinite(loss)) {
            throw new DivergedException(epoch, what, ADVICE);
        }
        return loss;
    }

    /** A moment between two pieces of work, when the state is whole: saves it if that is due, and ends training if a stop was asked for. */
    private void pause(TrainingState state) {
        boolean stopping = progress.stopping();
        if (stopping || checkpoints.due()) {
            checkpoints.save(state.epochsDone(), state::writeTo);
        }
        if (stopping) {
            throw new CancellationException("Training was stopped after " + state.epochsDone() + " epochs; its state is saved");
        }
        progress.check();
    }

    private static void resume(TrainingState state, Checkpoint checkpoint) {
        try {
            state.readFrom(checkpoint.state());
        } catch (IOException e) {
            throw new DataException("The checkpoint of epoch " + checkpoint.epoch() + " does not belong to this training: " + e.getMessage()
                    + ". Start the run afresh.", e);
        }
    }
}
