package org.espalier.report.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

import org.espalier.core.run.EpochRecord;
import org.espalier.core.run.RunEvent;

/** How far a running trial is. Not safe for several threads. */
final class TrialProgress {
    private static final int REMEMBERED = 512;

    private final String trial;
    private final Deque<Double> first = new ArrayDeque<>();
    private EpochRecord latest;
    private RunEvent.Loading loading;

    TrialProgress(String trial) {
        this.trial = trial;
    }

    void load(RunEvent.Loading how) {
        loading = how;
    }

    void add(EpochRecord epoch) {
        loading = null;
        if (latest != null && !latest.stage().equals(epoch.stage())) {
            first.clear();
        }
        latest = epoch;
        epoch.values().values().stream().findFirst().ifPresent(first::add);
        if (first.size() > REMEMBERED) {
            first.removeFirst();
        }
    }

    String trial() {
        return trial;
    }

    /** What is being loaded; empty unless something is. */
    Optional<RunEvent.Loading> loading() {
        return Optional.ofNullable(loading);
    }

    boolean begun() {
        return latest != null;
    }

    EpochRecord latest() {
        return latest;
    }

    /** The share of the planned epochs that are done. */
    double share() {
        return latest == null ? 0 : Math.min(1, (double) latest.epoch() / Math.max(1, latest.epochs()));
    }

    /** Epochs a second; NaN before time has passed. */
    double throughput() {
        return latest == null || latest.seconds() <= 0 ? Double.NaN : latest.epoch() / latest.seconds();
    }

    /** The recent course of the first value, usually the training loss. */
    double[] course() {
        return first.stream().mapToDouble(Double::doubleValue).toArray();
    }

    Map<String, Double> values() {
        return latest == null ? Map.of() : latest.values();
    }
}
