package org.espalier.core.internal.bench;

import org.espalier.api.compute.ComputeService;
import org.espalier.api.compute.Lease;
import org.espalier.api.compute.LeaseRequest;
import org.espalier.api.error.InputException;
import org.espalier.core.bench.BenchService;
import org.espalier.core.bench.Measurement;
import org.espalier.core.config.SiteKey;
import org.espalier.core.experiment.Plan;
import org.espalier.core.experiment.Stage;
import org.espalier.core.experiment.Trial;
import org.espalier.core.internal.run.Rehearsal;
import org.espalier.core.internal.run.Rehearsal.Loaded;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Times each trial on a lease of its own. */
@Component
public final class BenchComponent implements BenchService {
    private final ComputeService compute;
    private final Rehearsal rehearsal;

    @Activate
    public BenchComponent(@Reference ComputeService compute, @Reference Rehearsal rehearsal) {
        this.compute = compute;
        this.rehearsal = rehearsal;
    }

    @Override
    public Measurement bench(Plan plan, Trial trial, int repetitions) throws InterruptedException {
        Stage stage = trial.stages().get(trial.stages().size() - 1);
        Loaded loaded = rehearsal.load(plan, trial, stage);
        int threads = Integer.parseInt(plan.site(SiteKey.COMPUTE_THREADS));
        LeaseRequest request = LeaseRequest.of("bench " + stage.model().extension().id(), stage.model().extension().plugin(), threads, 0);
        try (Lease lease = compute.lease(plan.site(SiteKey.COMPUTE_DEVICE), request)) {
            return lease.call(() -> new Bench(trial.label(), stage, lease, repetitions).of(loaded));
        } catch (RuntimeException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new InputException("Cannot time model '" + stage.model().extension().id() + "': " + e.getMessage(), e);
        }
    }
}
