package org.espalier.report.terminal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.espalier.core.run.EpochRecord;
import org.espalier.core.run.RunEvent;

/** How far a run is. Not safe for several threads. */
final class RunProgress {
    private static final double TELLING_SHARE = 0.01;

    private final RunEvent.Started start;
    private final long began;
    private final Map<String, TrialProgress> running = new LinkedHashMap<>();
    private int done;
    private double epochsOfDone;
    private int completed;

    RunProgress(RunEvent.Started start, long nanos) {
        this.start = start;
        this.began = nanos;
        this.done = start.alreadyDone();
    }

    TrialProgress begin(String trial) {
        return running.computeIfAbsent(trial, TrialProgress::new);
    }

    TrialProgress add(EpochRecord epoch) {
        TrialProgress trial = begin(epoch.trial());
        trial.add(epoch);
        return trial;
    }

    TrialProgress load(RunEvent.Loading loading) {
        TrialProgress trial = begin(loading.trial());
        trial.load(loading);
        return trial;
    }

    void finish(RunEvent.TrialFinished event) {
        running.remove(event.result().trial());
        done++;
        if (event.result().epochs() > 0) {
            completed++;
            epochsOfDone += event.result().epochs();
        }
    }

    String id() {
        return start.run();
    }

    int done() {
        return done;
    }

    int trials() {
        return start.trials();
    }

    Collection<TrialProgress> running() {
        return running.values();
    }

    double elapsed(long now) {
        return (now - began) / 1e9;
    }

    /** The share of all trials that is done, running ones counted in part. */
    double share() {
        return trials() == 0 ? 1 : Math.min(1, (done + begunTrials()) / trials());
    }

    /** Seconds until the end if it goes on like this; NaN while that cannot be told. */
    double remaining(long now) {
        double doneHere = done - start.alreadyDone() + begunTrials();
        double left = trials() - start.alreadyDone() - doneHere;
        return doneHere < TELLING_SHARE * trials() ? Double.NaN : Math.max(0, elapsed(now) * left / doneHere);
    }

    /** Running trials as fractions: of the epochs that finished ones took, since most stop before the planned end. */
    private double begunTrials() {
        double usual = completed == 0 ? Double.POSITIVE_INFINITY : epochsOfDone / completed;
        return running.values().stream().filter(TrialProgress::begun)
                .mapToDouble(t -> Math.min(1, t.latest().epoch() / Math.min(usual, Math.max(1, t.latest().epochs())))).sum();
    }
}
