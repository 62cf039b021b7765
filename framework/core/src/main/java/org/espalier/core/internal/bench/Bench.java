package org.espalier.core.internal.bench;

import static org.espalier.core.internal.run.PluginFault.blame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.espalier.api.bench.Benchmark;
import org.espalier.api.bench.Benchmark.Case;
import org.espalier.api.compute.Lease;
import org.espalier.api.error.InputException;
import org.espalier.api.model.FullBatchModel;
import org.espalier.api.model.MiniBatchModel;
import org.espalier.core.bench.CaseTiming;
import org.espalier.core.bench.Measurement;
import org.espalier.core.bench.Timing;
import org.espalier.core.config.Setting;
import org.espalier.core.experiment.Stage;
import org.espalier.core.extension.Extension;
import org.espalier.core.internal.run.Rehearsal.Loaded;

/** Times one stage on a lease. Lives on the lease's thread. */
final class Bench {
    private static final String DEFAULT_BATCH = "32";

    private final String label;
    private final Stage stage;
    private final Lease lease;
    private final int repetitions;

    Bench(String label, Stage stage, Lease lease, int repetitions) {
        this.label = label;
        this.stage = stage;
        this.lease = lease;
        this.repetitions = repetitions;
    }

    /** @throws InputException if there is nothing to time */
    Measurement of(Loaded loaded) {
        List<CaseTiming> cases = new ArrayList<>(cases(stage.dataset().extension(), loaded.dataset(), loaded.files()));
        cases.addAll(cases(stage.model().extension(), loaded.model(), loaded.data()));
        Optional<Timing> training = workload(loaded).map(this::training);
        if (training.isEmpty() && cases.isEmpty()) {
            throw new InputException("Model '" + stage.model().extension().id() + "' is of form " + stage.model().extension().form()
                    + "; only full-batch and mini-batch models can be timed, and datasets and models that list benchmarks of their own");
        }
        return new Measurement(training, cases);
    }

    @SuppressWarnings("unchecked")
    private List<CaseTiming> cases(Extension extension, Object contribution, Object subject) {
        if (!(contribution instanceof Benchmark<?> benchmark)) {
            return List.of();
        }
        return blame(extension, "benchmarked", () -> ((Benchmark<Object>) benchmark).cases(subject, lease).stream().map(one -> timed(extension, one)).toList());
    }

    private CaseTiming timed(Extension extension, Case one) {
        Stopwatch.warmUp(one.work());
        return new CaseTiming(label, extension.id(), one.name(), lease.device().name(), lease.request().threads(), repetitions,
                Stopwatch.time(one.work(), repetitions).spread(), one.units(), one.unit());
    }

    private Timing training(Workload workload) {
        Stopwatch.warmUp(workload::warmUp);
        Stopwatch step = Stopwatch.time(workload::step, repetitions);
        Stopwatch epoch = Stopwatch.briefly(workload::epoch, repetitions);
        return new Timing(label, stage.model().extension().id(), lease.device().name(), lease.request().threads(), step.calls(), epoch.calls(), step.spread(), epoch.spread(), lease.held());
    }

    @SuppressWarnings("unchecked")
    private Optional<Workload> workload(Loaded loaded) {
        if (loaded.model() instanceof FullBatchModel<?> full) {
            return Optional.of(new FullBatchWorkload<>(lease, (FullBatchModel<Object>) full, loaded.data()));
        }
        if (loaded.model() instanceof MiniBatchModel<?> mini) {
            Setting batch = stage.trainer().values().get("batch-size");
            return Optional.of(new MiniBatchWorkload<>(lease, (MiniBatchModel<Object>) mini, loaded.data(), Integer.parseInt(batch == null ? DEFAULT_BATCH : batch.value())));
        }
        return Optional.empty();
    }
}
