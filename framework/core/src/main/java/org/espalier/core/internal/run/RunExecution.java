package org.espalier.core.internal.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

import org.espalier.api.error.InputException;
import org.espalier.core.claim.Verdict;
import org.espalier.core.experiment.Plan;
import org.espalier.core.experiment.Trial;
import org.espalier.core.internal.claim.Judge;
import org.espalier.core.internal.store.RunReader;
import org.espalier.core.run.RunEvent;
import org.espalier.core.run.RunHandle;
import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.TrialResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a plan's trials, several at a time, on threads that mostly wait for the device. */
final class RunExecution implements RunHandle {
    private static final Logger LOG = LoggerFactory.getLogger(RunExecution.class);

    private final RunSetting run;
    private final Plan plan;
    private final TrialRunner trials;
    private final ProvenanceWriter provenance;
    private final List<TrialResult> results = new ArrayList<>();
    private final AtomicReference<InputException> broken = new AtomicReference<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** @param before results of an earlier, interrupted execution of the same run */
    RunExecution(RunSetting run, Plan plan, TrialRunner trials, ProvenanceWriter provenance, List<TrialResult> before) {
        this.run = run;
        this.plan = plan;
        this.trials = trials;
        this.provenance = provenance;
        before.stream().filter(r -> r.outcome() == RunOutcome.COMPLETED).forEach(results::add);
    }

    /**
     * Starts the run's own thread.
     *
     * @param parallel how many trials at a time; asked on the run's thread, since it may have to start a device
     * @param atEnd    done when everything is written
     */
    void start(IntSupplier parallel, Runnable atEnd) {
        new Thread(() -> {
            try {
                execute(parallel);
            } catch (InputException e) {
                broken.compareAndSet(null, e);
            } catch (RuntimeException | LinkageError e) {
                LOG.error("Run {} failed", id(), e);
                broken.compareAndSet(null, new InputException("Run '" + id() + "' failed inside Espalier: " + e, e));
            } finally {
                atEnd.run();
                ended.countDown();
            }
        }, "espalier-run-" + id()).start();
    }

    private void execute(IntSupplier parallel) {
        Set<String> done = results.stream().map(TrialResult::trial).collect(Collectors.toSet());
        run.events().publish(new RunEvent.Started(id(), plan.experiment().title(), plan.trials().size(), done.size()));
        plan.remarks().forEach(remark -> run.events().publish(new RunEvent.Note(id(), "", remark)));
        List<Trial> open = plan.trials().stream().filter(trial -> !done.contains(trial.id())).toList();
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(parallel.getAsInt(), open.size())));
        try {
            open.forEach(trial -> pool.execute(() -> execute(trial)));
        } finally {
            finish(pool);
        }
    }

    private void execute(Trial trial) {
        if (run.signal().stopping()) {
            return;
        }
        try {
            trials.run(trial).ifPresent(result -> {
                synchronized (results) {
                    results.add(result);
                }
                run.events().publish(new RunEvent.TrialFinished(id(), result));
            });
        } catch (InputException e) {
            broken.compareAndSet(null, e);
            run.signal().stop();
        } catch (RuntimeException | Error e) {
            LOG.error("Trial {} of run {} failed inside Espalier", trial.id(), id(), e);
            broken.compareAndSet(null, new InputException("Trial '" + trial.id() + "' failed inside Espalier: " + e, e));
            run.signal().stop();
        }
    }

    private void finish(ExecutorService pool) {
        pool.shutdown();
        try {
            while (!pool.awaitTermination(1, TimeUnit.HOURS)) {
                LOG.info("Run {} goes on", id());
            }
        } catch (InterruptedException e) {
            run.signal().stop();
            Thread.currentThread().interrupt();
        }
        RunOutcome outcome = outcome();
        List<Verdict> verdicts = Judge.decide(plan.experiment().claims(), List.copyOf(results));
        try {
            provenance.write(run);
            run.folder().finish(outcome, verdicts, Clock.systemUTC().instant());
        } finally {
            run.events().publish(new RunEvent.Finished(id(), folder(), outcome, verdicts));
            run.folder().close();
        }
    }

    /** The gravest thing that happened. */
    private RunOutcome outcome() {
        if (broken.get() != null) {
            return RunOutcome.BAD_INPUT;
        }
        List<RunOutcome> gravity = List.of(RunOutcome.PLUGIN_FAULT, RunOutcome.BAD_INPUT, RunOutcome.DIVERGED);
        return results.stream().map(TrialResult::outcome).filter(gravity::contains).min(Comparator.comparing(gravity::indexOf))
                .orElse(results.size() < plan.trials().size() ? RunOutcome.INTERRUPTED : RunOutcome.COMPLETED);
    }

    @Override
    public String id() {
        return run.id();
    }

    @Override
    public Path folder() {
        return run.folder().path();
    }

    @Override
    public void stop() {
        run.signal().stop();
    }

    @Override
    public RunRecord await() throws InterruptedException {
        ended.await();
        if (broken.get() != null) {
            throw broken.get();
        }
        return RunReader.read(folder());
    }
}
