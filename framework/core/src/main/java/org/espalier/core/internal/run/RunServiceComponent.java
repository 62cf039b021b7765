package org.espalier.core.internal.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.espalier.api.compute.ComputeService;
import org.espalier.api.compute.Device;
import org.espalier.api.compute.Diagnostic;
import org.espalier.api.error.InputException;
import org.espalier.api.model.Model;
import org.espalier.core.config.SiteKey;
import org.espalier.core.experiment.ExperimentCatalog;
import org.espalier.core.experiment.Plan;
import org.espalier.core.experiment.Stage;
import org.espalier.core.experiment.Trial;
import org.espalier.core.extension.Extension;
import org.espalier.core.extension.ExtensionRegistry;
import org.espalier.core.internal.files.DataFinder;
import org.espalier.core.internal.store.RunFolder;
import org.espalier.core.internal.store.RunReader;
import org.espalier.core.run.RunHandle;
import org.espalier.core.run.RunListener;
import org.espalier.core.run.RunOptions;
import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.RunService;
import org.espalier.core.run.RunStore;
import org.espalier.core.run.TrialResult;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import com.google.inject.Guice;
import com.google.inject.Injector;

/** Starts runs. */
@Component
public final class RunServiceComponent implements RunService {
    private final ExtensionRegistry registry;
    private final ExperimentCatalog experiments;
    private final ComputeService compute;
    private final RunStore store;
    private final Usage usage;
    private final Rehearsal rehearsal;
    private final List<RunListener> followers = new CopyOnWriteArrayList<>();
    private final Map<String, RunHandle> active = new ConcurrentHashMap<>();

    @Activate
    public RunServiceComponent(@Reference ExtensionRegistry registry, @Reference ExperimentCatalog experiments, @Reference ComputeService compute,
            @Reference RunStore store, @Reference Usage usage, @Reference Rehearsal rehearsal) {
        this.registry = registry;
        this.experiments = experiments;
        this.compute = compute;
        this.store = store;
        this.usage = usage;
        this.rehearsal = rehearsal;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addFollower(RunListener listener) {
        followers.add(listener);
    }

    void removeFollower(RunListener listener) {
        followers.remove(listener);
    }

    @Override
    public RunHandle start(Plan plan, RunOptions options) {
        refuseMissingData(plan);
        Path root = Path.of(plan.site(SiteKey.RUNS_ROOT)).toAbsolutePath().normalize();
        return execute(plan, options, RunFolder.create(root, plan, Clock.systemUTC().instant()), root, List.of());
    }

    @Override
    public RunHandle resume(String id, RunOptions options) {
        RunRecord record = store.get(id);
        if (active.containsKey(record.id())) {
            throw new InputException("Run '" + record.id() + "' is under way");
        }
        if (record.outcome().filter(RunOutcome.COMPLETED::equals).isPresent()) {
            throw new InputException("Run '" + record.id() + "' is complete; there is nothing to resume");
        }
        RunReader.Start start = RunReader.start(record);
        Plan plan = experiments.plan(start.experiment().toString(), start.overrides());
        return execute(plan, options, RunFolder.reopen(record.folder()), store.root(), record.trials());
    }

    private RunHandle execute(Plan plan, RunOptions options, RunFolder folder, Path root, List<TrialResult> before) {
        List<RunListener> listeners = Stream.concat(options.listeners().stream(), followers.stream()).toList();
        int threads = threads(plan);
        String device = options.device().isEmpty() ? plan.site(SiteKey.COMPUTE_DEVICE) : options.device();
        RunSetting run = new RunSetting(folder, new Events(folder, listeners, Clock.systemUTC()), device, threads, watches(plan));
        Injector injector = Guice.createInjector();
        Jars jars = rehearsal.jars();
        StageRunner stages = new StageRunner(run, injector, registry, compute, rehearsal.finder(plan), new StageCache(root, jars), jars);
        RunExecution execution = new RunExecution(run, plan, new TrialRunner(run, stages), new ProvenanceWriter(plan, jars), before);
        active.put(execution.id(), execution);
        usage.begin(execution.id(), extensions(plan).stream().map(Extension::bundle).collect(Collectors.toSet()));
        execution.start(() -> options.parallel().orElseGet(() -> room(device, threads)), () -> {
            active.remove(execution.id());
            usage.end(execution.id());
        });
        return execution;
    }

    private static int threads(Plan plan) {
        String text = plan.site(SiteKey.COMPUTE_THREADS);
        try {
            int threads = Integer.parseInt(text);
            if (threads > 0) {
                return threads;
            }
        } catch (NumberFormatException e) {
            throw new InputException("Key 'compute.threads' is '" + text + "', but a number of threads is expected", e);
        }
        throw new InputException("Key 'compute.threads' is '" + text + "', but at least one thread is needed");
    }

    private static Set<Diagnostic> watches(Plan plan) {
        Set<Diagnostic> watches = EnumSet.noneOf(Diagnostic.class);
        Map.of(SiteKey.COMPUTE_PROFILE, Diagnostic.PROFILE, SiteKey.COMPUTE_NAN_GUARD, Diagnostic.NAN_GUARD).forEach((key, diagnostic) -> {
            String text = plan.site(key);
            if (!text.equals("true") && !text.equals("false")) {
                throw new InputException("Key '" + key.key() + "' is '" + text + "', but true or false is expected");
            }
            if (text.equals("true")) {
                watches.add(diagnostic);
            }
        });
        return watches;
    }

    private int room(String device, int threads) {
        return compute.devices().stream().filter(d -> d.id().equals(device)).findFirst().map(Device::threads).map(all -> Math.max(1, all / threads)).orElse(1);
    }

    private static Collection<Extension> extensions(Plan plan) {
        return plan.trials().stream().flatMap(trial -> trial.stages().stream())
                .flatMap(stage -> Stream.concat(Stream.of(stage.dataset(), stage.model(), stage.trainer()).map(Stage.Use::extension), stage.metrics().stream()))
                .collect(Collectors.toSet());
    }

    @Override
    public List<RunHandle> active() {
        return List.copyOf(active.values());
    }

    /** Before anything is written: every dataset's files are looked for. Plugin faults are left to the trials. */
    private void refuseMissingData(Plan plan) {
        Map<Stage.Use, Runnable> checks = new LinkedHashMap<>();
        DataFinder finder = rehearsal.finder(plan);
        plan.trials().forEach(trial -> trial.stages().forEach(stage -> checks.putIfAbsent(stage.dataset(), () -> rehearsal.refuseMissing(finder, trial, stage))));
        checks.values().forEach(check -> {
            try {
                check.run();
            } catch (PluginFault fault) {
                return;
            }
        });
    }

    @Override
    public List<Forecast> forecast(Plan plan) {
        List<Forecast> forecasts = new ArrayList<>();
        plan.representatives().forEach((label, trial) -> trial.stages().forEach(stage -> forecasts.add(forecast(plan, label, trial, stage))));
        return forecasts;
    }

    private Forecast forecast(Plan plan, String label, Trial trial, Stage stage) {
        if (stage.dataset().values().keySet().stream().anyMatch(key -> key.endsWith(".artefact"))) {
            return new Forecast(label, stage.name(), "made by an earlier stage", -1, List.of());
        }
        Object data = rehearsal.data(plan, trial, stage);
        Model<?> model = rehearsal.model(trial, stage);
        Extension extension = stage.model().extension();
        return new Forecast(label, stage.name(), data.toString(), Foresight.forecast(extension, model, data).orElse(-1), Foresight.outlook(extension, model, data));
    }
}
