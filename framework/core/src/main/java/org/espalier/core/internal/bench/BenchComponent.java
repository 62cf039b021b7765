package org.espalier.core.internal.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.espalier.api.compute.ComputeService;
import org.espalier.api.compute.Lease;
import org.espalier.api.compute.LeaseRequest;
import org.espalier.api.error.InputException;
import org.espalier.api.model.FullBatchModel;
import org.espalier.api.model.MiniBatchModel;
import org.espalier.api.model.Model;
import org.espalier.core.bench.BenchService;
import org.espalier.core.bench.Timing;
import org.espalier.core.bench.Timing.Spread;
import org.espalier.core.config.Setting;
import org.espalier.core.config.SiteKey;
import org.espalier.core.experiment.Plan;
import org.espalier.core.experiment.Stage;
import org.espalier.core.experiment.Trial;
import org.espalier.core.internal.run.Rehearsal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Times models on a lease of their own. */
@Component
public final class BenchComponent implements BenchService {
    /** Enough for the just-in-time compiler to be done with every loop of a step; training is mostly longer. */
    private static final long WARM_UP_NANOSECONDS = 3_000_000_000L;
    private static final String DEFAULT_BATCH = "32";

    private final ComputeService compute;
    private final Rehearsal rehearsal;

    @Activate
    public BenchComponent(@Reference ComputeService compute, @Reference Rehearsal rehearsal) {
        this.compute = compute;
        this.rehearsal = rehearsal;
    }

    @Override
    public List<Timing> bench(Plan plan, int repetitions) throws InterruptedException {
        List<Timing> timings = new ArrayList<>();
        for (Map.Entry<String, Trial> entry : plan.representatives().entrySet()) {
            timings.add(bench(plan, entry.getKey(), entry.getValue(), repetitions));
        }
        return timings;
    }

    private Timing bench(Plan plan, String label, Trial trial, int repetitions) throws InterruptedException {
        Stage stage = trial.stages().get(trial.stages().size() - 1);
        Object data = rehearsal.data(plan, trial, stage);
        Model<?> model = rehearsal.model(trial, stage);
        int threads = Integer.parseInt(plan.site(SiteKey.COMPUTE_THREADS));
        LeaseRequest request = LeaseRequest.of("bench " + stage.model().extension().id(), stage.model().extension().plugin(), threads, 0);
        try (Lease lease = compute.lease(plan.site(SiteKey.COMPUTE_DEVICE), request)) {
            return lease.call(() -> {
                Workload workload = workload(lease, stage, model, data);
                warmUp(workload);
                Spread step = time(workload::step, repetitions);
                Spread epoch = time(workload::epoch, repetitions);
                return new Timing(label, stage.model().extension().id(), lease.device().name(), threads, repetitions, step, epoch, lease.held());
            });
        } catch (RuntimeException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new InputException("Cannot time model '" + stage.model().extension().id() + "': " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Workload workload(Lease lease, Stage stage, Model<?> model, Object data) {
        if (model instanceof FullBatchModel<?> full) {
            return new FullBatchWorkload<>(lease, (FullBatchModel<Object>) full, data);
        }
        if (model instanceof MiniBatchModel<?> mini) {
            Setting batch = stage.trainer().values().get("batch-size");
            return new MiniBatchWorkload<>(lease, (MiniBatchModel<Object>) mini, data, Integer.parseInt(batch == null ? DEFAULT_BATCH : batch.value()));
        }
        throw new InputException("Model '" + stage.model().extension().id() + "' is of form " + stage.model().extension().form() + "; only full-batch and mini-batch models can be timed");
    }

    private static void warmUp(Workload workload) {
        long begin = System.nanoTime();
        do {
            workload.epoch();
        } while (System.nanoTime() - begin < WARM_UP_NANOSECONDS);
    }

    private static Spread time(Runnable work, int repetitions) {
        double[] seconds = new double[repetitions];
        for (int i = 0; i < repetitions; i++) {
            long begin = System.nanoTime();
            work.run();
            seconds[i] = (System.nanoTime() - begin) / 1e9;
        }
        Arrays.sort(seconds);
        return new Spread((seconds[(repetitions - 1) / 2] + seconds[repetitions / 2]) / 2, seconds[0], seconds[repetitions - 1]);
    }
}
