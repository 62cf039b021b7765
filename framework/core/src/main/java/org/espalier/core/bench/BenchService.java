package org.espalier.core.bench;

import java.util.List;

import org.espalier.core.experiment.Plan;

/** Times an experiment's training steps and epochs, and whatever its dataset and model list as a {@link org.espalier.api.bench.Benchmark}, so that they can be put beside other implementations. */
public interface BenchService {
    /**
     * Times the last stage of the first trial of each variant and sweep point, one after the other.
     *
     * @param repetitions how many calls of each to time, at least 1
     * @throws org.espalier.api.error.InputException if data is missing, or there is nothing to time
     */
    List<Measurement> bench(Plan plan, int repetitions) throws InterruptedException;
}
