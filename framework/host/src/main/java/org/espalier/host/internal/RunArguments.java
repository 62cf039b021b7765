package org.espalier.host.internal;

import java.util.Optional;
import java.util.OptionalInt;

import org.espalier.api.error.InputException;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How to run them: common to {@code run} and {@code batch}. */
final class RunArguments {
    @Mixin
    private ExperimentArguments experiments;

    @Option(names = "--parallel", paramLabel = "N", description = "trials at a time (default: as many as the device has room for)")
    private Optional<Integer> parallel = Optional.empty();

    @Option(names = "--dry-run", description = "check everything, forecast memory, show every effective value with its origin; touches no device")
    private boolean dryRun;

    @Option(names = "--resume", paramLabel = "RUN", description = "go on with an interrupted or killed run (its id, a unique ending of it, or 'last')")
    private Optional<String> resume = Optional.empty();

    ExperimentArguments experiments() {
        return experiments;
    }

    OptionalInt parallel() {
        return parallel.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    Optional<String> resume() {
        return resume;
    }

    boolean dryRun() {
        return dryRun;
    }

    /** @throws InputException if the arguments contradict one another */
    void check() {
        if (parallel.filter(n -> n < 1).isPresent()) {
            throw new InputException("--parallel is " + parallel.get() + ", but must be at least 1");
        }
        if (resume.isEmpty()) {
            experiments.requireExperiment();
        } else if (!experiments.isEmpty() || dryRun) {
            throw new InputException("--resume goes on with run '" + resume.get() + "' as it was planned; it takes no experiment, no values and no --dry-run");
        }
    }
}
