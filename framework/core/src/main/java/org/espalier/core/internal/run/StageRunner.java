package org.espalier.core.internal.run;

import static org.espalier.core.internal.run.PluginFault.blame;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

import org.espalier.api.compute.ComputeService;
import org.espalier.api.compute.Diagnostic;
import org.espalier.api.compute.Lease;
import org.espalier.api.compute.LeaseRequest;
import org.espalier.api.dataset.Dataset;
import org.espalier.api.error.InputException;
import org.espalier.api.model.Model;
import org.espalier.api.run.Artefact;
import org.espalier.api.run.Artefacts;
import org.espalier.api.run.Checkpoints;
import org.espalier.api.run.Progress;
import org.espalier.api.run.RandomSource;
import org.espalier.api.trainer.Trained;
import org.espalier.api.trainer.Trainer;
import org.espalier.core.config.ArtefactSource;
import org.espalier.core.experiment.Stage;
import org.espalier.core.experiment.Trial;
import org.espalier.core.extension.Extension;
import org.espalier.core.extension.ExtensionRegistry;
import org.espalier.core.internal.files.DataFinder;
import org.espalier.core.internal.files.FoundFiles;
import org.espalier.core.internal.store.StageIndex;
import org.espalier.core.run.RunEvent;
import org.espalier.core.run.TrialProfile;

import com.google.inject.Injector;

/** Does one stage of one trial: find and load the data, make the model, get a device, train, judge. */
final class StageRunner {
    private final RunSetting run;
    private final Injector injector;
    private final ExtensionRegistry registry;
    private final ComputeService compute;
    private final DataFinder finder;
    private final StageCache cache;
    private final Jars jars;

    StageRunner(RunSetting run, Injector injector, ExtensionRegistry registry, ComputeService compute, DataFinder finder, StageCache cache, Jars jars) {
        this.run = run;
        this.injector = injector;
        this.registry = registry;
        this.compute = compute;
        this.finder = finder;
        this.cache = cache;
        this.jars = jars;
    }

    /** @param earlier outcomes of the trial's stages so far, by name */
    StageOutcome run(Trial trial, Stage stage, Map<String, StageOutcome> earlier) throws IOException, InterruptedException {
        Construction construction = new Construction(registry, injector, artefactsOf(earlier)).with(binder -> {
            binder.bind(RandomSource.class).toInstance(new SeededRandom(trial.seed()));
            binder.bind(Clock.class).toInstance(Clock.systemUTC());
        });
        Extension source = stage.dataset().extension();
        Dataset<?> dataset = construction.make(source, stage.dataset().values(), Dataset.class);
        FoundFiles files = finder.find(source.id(), jars.bundle(source.bundle()), blame(source, "naming its files", dataset::files));
        run.data().put(source.id() + (stage.name().equals("main") ? "" : " (" + stage.name() + ")"), files.hashes());
        String key = cache.key(stage, trial.seed(), files.hashes(), earlier.values().stream().map(StageOutcome::key).toList());
        if (isLast(trial, stage)) {
            return make(trial, stage, key, construction, dataset, files);
        }
        Runnable done = run.signal().interruptible(() -> cache.turn(key));
        try {
            Optional<StageIndex.Entry> known = cache.find(key);
            if (known.isPresent()) {
                return reuse(trial, stage, key, known.get());
            }
            StageOutcome outcome = make(trial, stage, key, construction, dataset, files);
            cache.remember(run.id(), trial.id(), outcome);
            return outcome;
        } finally {
            done.run();
        }
    }

    private StageOutcome make(Trial trial, Stage stage, String key, Construction construction, Dataset<?> dataset, FoundFiles found) throws IOException, InterruptedException {
        Extension source = stage.dataset().extension();
        FoundFiles files = found.watchedBy((doing, share) -> run.events().publish(new RunEvent.Loading(run.id(), trial.id(), doing, share)));
        Object data = run.signal().interruptible(() -> blame(source, "loading", () -> dataset.load(files)));
        files.remarks().forEach(remark -> run.events().publish(new RunEvent.Note(run.id(), trial.id(), remark)));
        return train(trial, stage, key, construction, data);
    }

    private static boolean isLast(Trial trial, Stage stage) {
        return trial.stages().get(trial.stages().size() - 1) == stage;
    }

    private StageOutcome reuse(Trial trial, Stage stage, String key, StageIndex.Entry known) {
        run.events().publish(new RunEvent.Note(run.id(), trial.id(), "Stage '" + stage.name() + "' was done before, in run " + known.run() + "; its artefacts are used"));
        Map<String, Artefact> artefacts = new LinkedHashMap<>();
        known.artefacts().forEach((name, path) -> artefacts.put(name, new Artefact(stage.name(), name, Path.of(path))));
        return new StageOutcome(key, artefacts, known.metrics(), known.epochs(), 0);
    }

    private static ArtefactSource artefactsOf(Map<String, StageOutcome> earlier) {
        return (stage, name, setting) -> {
            Map<String, Artefact> made = earlier.get(stage).artefacts();
            if (!made.containsKey(name)) {
                throw new InputException("Key '" + setting.key() + "' (" + setting.origin() + "): stage '" + stage + "' made no artefact '" + name + "', only "
                        + String.join(", ", made.keySet()));
            }
            return made.get(name);
        };
    }

    private StageOutcome train(Trial trial, Stage stage, String key, Construction construction, Object data) throws InterruptedException {
        Model<?> model = construction.make(stage.model().extension(), stage.model().values(), Model.class);
        long memory = Foresight.needed(stage.model().extension(), model, data);
        LeaseRequest request = LeaseRequest.of(run.id() + " " + trial.id(), stage.model().extension().plugin(), run.threads(), memory).watching(run.watches());
        Lease lease = run.signal().await(() -> compute.lease(run.device(), request));
        try (lease) {
            run.provenance(lease.device());
            StageProgress progress = new StageProgress(run.events(), run.id(), trial.id(), stage.name(), run.signal());
            StageArtefacts artefacts = new StageArtefacts(run.folder(), trial.id(), stage.name());
            StageCheckpoints checkpoints = new StageCheckpoints(run.folder(), trial.id(), stage.name(), run.signal());
            Construction onDevice = construction.with(binder -> {
                binder.bind(Lease.class).toInstance(lease);
                binder.bind(Progress.class).toInstance(progress);
                binder.bind(Artefacts.class).toInstance(artefacts);
                binder.bind(Checkpoints.class).toInstance(checkpoints);
            });
            long[] held = new long[1];
            Map<String, Double> metrics = call(lease, () -> {
                Map<String, Double> values = trainAndJudge(trial, stage, onDevice, model, data);
                held[0] = lease.held();
                if (run.watches().contains(Diagnostic.PROFILE)) {
                    lease.profile().ifPresent(profile -> run.folder().profile(new TrialProfile(trial.id(), stage.name(), profile)));
                }
                return values;
            });
            checkpoints.discard();
            return new StageOutcome(key, artefacts.saved(), metrics, progress.epochs(), held[0]);
        } finally {
            run.signal().done(lease);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Double> trainAndJudge(Trial trial, Stage stage, Construction construction, Model<?> model, Object data) {
        Extension extension = stage.trainer().extension();
        Trainer<Model<Object>, Object> trainer = construction.make(extension, stage.trainer().values(), Trainer.class);
        Trained trained = blame(extension, "training " + stage.model().extension().id(), () -> trainer.train((Model<Object>) model, data));
        Map<String, Double> values = new LinkedHashMap<>(new Jury(construction, stage, note -> run.events().publish(new RunEvent.Note(run.id(), trial.id(), note))).judge(trained));
        new Examination(run, trial, stage, Set.copyOf(values.keySet())).of((Model<Object>) model, data, trained).forEach(values::put);
        return values;
    }

    private static <T> T call(Lease lease, Callable<T> work) throws InterruptedException {
        try {
            return lease.call(work);
        } catch (RuntimeException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw (CancellationException) new CancellationException("the device gave up the work: " + e.getMessage()).initCause(e);
        }
    }
}
