package org.espalier.core.bench;

import java.util.List;

import org.espalier.core.experiment.Plan;

/** Times training steps and epochs of an experiment's models, so that they can be put beside other implementations. */
public interface BenchService {
    /**
     * Times the last stage of the first trial of each variant and sweep point, one after the other.
     *
     * @param repetitions how many steps and epochs to time, at least 1
     * @throws org.espalier.api.error.InputException if data is missing, or a model's form cannot be timed
     */
    List<Timing> bench(Plan plan, int repetitions) throws InterruptedException;
}
