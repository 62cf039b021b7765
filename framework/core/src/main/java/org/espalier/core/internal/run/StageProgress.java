package org.espalier.core.internal.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.espalier.api.run.Progress;
import org.espalier.core.run.EpochRecord;
import org.espalier.core.run.RunEvent;

/**
 * Passes a trainer's reports on. A stop is announced through {@link #stopping}; the trainer gets one more epoch to write its checkpoint, then its next report throws.
 */
final class StageProgress implements Progress {
    private final Events events;
    private final String run;
    private final String trial;
    private final String stage;
    private final StopSignal signal;
    private final long begin = System.nanoTime();
    private int epochsSinceStop;
    private int epochs;

    StageProgress(Events events, String run, String trial, String stage, StopSignal signal) {
        this.events = events;
        this.run = run;
        this.trial = trial;
        this.stage = stage;
        this.signal = signal;
    }

    @Override
    public void epoch(int epoch, int planned, Map<String, Double> values) {
        epochs++;
        double seconds = (System.nanoTime() - begin) / 1e9;
        events.publish(new RunEvent.EpochDone(run, new EpochRecord(trial, stage, epoch, planned, new LinkedHashMap<>(values), seconds)));
        if (signal.stopping() && epochsSinceStop++ > 0) {
            throw new CancellationException("the run was stopped");
        }
    }

    @Override
    public void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the run was cancelled");
        }
    }

    @Override
    public boolean stopping() {
        return signal.stopping();
    }

    /** Epochs reported in this process. */
    int epochs() {
        return epochs;
    }
}
