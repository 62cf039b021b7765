package org.espalier.core.run;

import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.espalier.core.claim.Verdict;

/** What happens in a run, as it happens. */
public sealed interface RunEvent {
    /** Full id of the run: {@code experiment/run-id}. */
    String run();

    /** The run folder exists. */
    record Started(String run, String title, int trials, int alreadyDone) implements RunEvent {
    }

    /** A trial got its device. */
    record TrialStarted(String run, String trial, String variant, int stages) implements RunEvent {
    }

    /** A remark of a reader or of the engine, e.g. that a stage was reused. */
    record Note(String run, String trial, String text) implements RunEvent {
    }

    /**
     * How far the loading of a trial's data is. Kept nowhere.
     *
     * @param doing what is being done and how fast
     * @param share how much of that is done, 0 to 1
     */
    record Loading(String run, String trial, String doing, double share) implements RunEvent {
    }

    /** An epoch was done. */
    record EpochDone(String run, EpochRecord epoch) implements RunEvent {
    }

    /** A trial ended. */
    record TrialFinished(String run, TrialResult result) implements RunEvent {
    }

    /**
     * All trials have ended and every file is written.
     *
     * @param folder the run's; not told in its files, which may be moved
     */
    record Finished(String run, @JsonIgnore Path folder, RunOutcome outcome, List<Verdict> verdicts) implements RunEvent {
    }
}
