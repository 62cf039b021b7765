package org.espalier.core.run;

import java.util.List;

import org.espalier.core.experiment.Plan;

/** Starts runs and knows those under way. */
public interface RunService {
    /**
     * Makes the run folder and starts.
     *
     * @throws org.espalier.api.error.InputException if the run folder cannot be written, or data files are missing (nothing is left behind then)
     */
    RunHandle start(Plan plan, RunOptions options);

    /** Goes on with an interrupted or killed run: finished trials stay, begun ones continue from their checkpoints. */
    RunHandle resume(String run, RunOptions options);

    /** Runs under way. */
    List<RunHandle> active();

    /**
     * What a plan will need, without touching a device: the data is loaded and the models are asked.
     *
     * @throws org.espalier.api.error.InputException if data is missing or malformed
     */
    List<Forecast> forecast(Plan plan);

    /**
     * What a stage will need and do.
     *
     * @param variant variant and sweep point
     * @param stage   the stage
     * @param data    the loaded data in words
     * @param bytes   bytes a trial will hold; negative if the model cannot tell
     * @param outlook what the model says that it will do, line by line; often nothing
     */
    record Forecast(String variant, String stage, String data, long bytes, List<String> outlook) {
    }
}
