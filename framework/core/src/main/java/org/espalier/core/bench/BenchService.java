package org.espalier.core.bench;

import org.espalier.core.experiment.Plan;
import org.espalier.core.experiment.Trial;

/** Times an experiment's training steps and epochs, and whatever its dataset and model list as a {@link org.espalier.api.bench.Benchmark}, so that they can be put beside other implementations. */
public interface BenchService {
    /**
     * Times the last stage of a trial.
     *
     * @param trial       one of the plan's {@link Plan#representatives()}
     * @param repetitions how many calls of each piece to time, at least 1; of epochs fewer if they are long
     * @throws org.espalier.api.error.InputException if data is missing, or there is nothing to time
     */
    Measurement bench(Plan plan, Trial trial, int repetitions) throws InterruptedException;
}
