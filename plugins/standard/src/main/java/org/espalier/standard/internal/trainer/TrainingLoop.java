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
 * Epochs of steps, with looks at the validation part during and after each. In the end the parameters are those of the best look by
 * {@link EarlyStopping}, or of the last step if there is no validation part, and are saved as {@value #WEIGHTS}; so they are if training diverges.
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

    /**
     * How long to train.
     *
     * @param epochs        at most
     * @param looksPerEpoch looks at the validation part in each epoch
     * @param rule          what counts as progress
     * @param patience      looks without progress after which to stop; 0 for never
     */
    record Course(int epochs, int looksPerEpoch, StoppingRule rule, int patience) {
    }

    /** Trains from the start or the last checkpoint to the end. */
    Trained run(Steps steps, Course course) {
        boolean monitored = monitored(steps, course.patience());
        EarlyStopping stopping = new EarlyStopping(course.rule(), course.patience());
        TrainingState state = new TrainingState(lease, steps, stopping);
        checkpoints.latest().ifPresent(checkpoint -> resume(state, checkpoint));
        while (state.epochsDone() < course.epochs() && !stopping.stops()) {
            Map<String, Double> validation = new LinkedHashMap<>();
            int looks = Math.min(course.looksPerEpoch(), steps.perEpoch());
            while (state.looksDone() < looks && !stopping.stops()) {
                trainUntil(steps, state, (int) ((state.looksDone() + 1L) * steps.perEpoch() / looks));
                if (monitored) {
                    validate(steps, state, stopping, validation);
                } else {
                    state.keepCurrent();
                }
                state.lookDone();
            }
            Map<String, Double> report = report(state);
            report.putAll(validation);
            state.epochDone();
            progress.epoch(state.epochsDone(), course.epochs(), report);
        }
        state.restoreBest();
        artefacts.save(WEIGHTS, steps.parameters()::writeTo);
        return new TrainedSteps(steps, progress);
    }

    private boolean monitored(Steps steps, int patience) {
        boolean monitored = steps.has(Part.VALIDATION);
        if (patience > 0 && !monitored) {
            throw new InputException("Training is to stop early (patience " + patience + "), but the data has no validation examples to decide by. "
                    + "Give the dataset a validation part, or set patience to 0.");
        }
        return monitored;
    }

    private void trainUntil(Steps steps, TrainingState state, int step) {
        int epoch = state.epochsDone() + 1;
        while (state.stepsDone() < step) {
            pause(state);
            double loss = steps.step(epoch, state.stepsDone());
            if (!Double.isFinite(loss)) {
                throw diverged(steps, state, "training loss (batch " + (state.stepsDone() + 1));
            }
            state.stepDone(loss);
        }
    }

    /** Keeps the best weights so far, and names the parameter that is farthest off. */
    private DivergedException diverged(Steps steps, TrainingState state, String what) {
        String norm = ParameterNorms.worst(steps.parameters().arrays());
        state.restoreBest();
        artefacts.save(WEIGHTS, steps.parameters()::writeTo);
        return new DivergedException(state.epochsDone() + 1, what + "; " + norm + ")", ADVICE);
    }

    private void validate(Steps steps, TrainingState state, EarlyStopping stopping, Map<String, Double> report) {
        ValidationScore score = ValidationScore.of(steps.predict(Part.VALIDATION, () -> pause(state)));
        if (!Double.isFinite(score.loss())) {
            throw diverged(steps, state, "validation loss (after batch " + state.stepsDone());
        }
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
