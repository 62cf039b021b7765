package org.espalier.host.internal;

import java.util.List;

import org.espalier.core.experiment.ExperimentCatalog;
import org.espalier.core.experiment.Plan;
import org.espalier.core.run.RunHandle;
import org.espalier.core.run.RunListener;
import org.espalier.core.run.RunOptions;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.RunService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plans and runs as the common options say. */
@Component(service = Engine.class)
public final class Engine {
    private static final String SITE_DEVICE = "";

    private final ExperimentCatalog catalog;
    private final RunService runs;

    @Activate
    public Engine(@Reference ExperimentCatalog catalog, @Reference RunService runs) {
        this.catalog = catalog;
        this.runs = runs;
    }

    /** One plan for each experiment named; all are checked before any of them is used. */
    List<Plan> plans(ExperimentArguments experiments) {
        return experiments.experiments().stream().map(experiment -> catalog.plan(experiment, experiments.overrides())).toList();
    }

    List<RunService.Forecast> forecast(Plan plan) {
        return runs.forecast(plan);
    }

    RunRecord run(Plan plan, RunArguments arguments, RunListener listener) {
        return attend(runs.start(plan, runOptions(arguments, listener)));
    }

    RunRecord resume(String run, RunArguments arguments, RunListener listener) {
        return attend(runs.resume(run, runOptions(arguments, listener)));
    }

    private static RunOptions runOptions(RunArguments arguments, RunListener listener) {
        return new RunOptions(arguments.parallel(), SITE_DEVICE, List.of(listener));
    }

    /** An interrupt of this thread, which is what SIGTERM and Ctrl-C become, stops the run; its checkpoints are awaited. */
    private static RunRecord attend(RunHandle run) {
        try {
            return run.await();
        } catch (InterruptedException e) {
            run.stop();
            return awaitStopped(run);
        }
    }

    private static RunRecord awaitStopped(RunHandle run) {
        try {
            return run.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted again while run '" + run.id() + "' was saving its checkpoints", e);
        }
    }
}
