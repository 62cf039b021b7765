package org.espalier.core.internal.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

import org.espalier.api.compute.ComputeService;
import org.espalier.api.compute.Device;
import org.espalier.api.compute.Lease;
import org.espalier.api.compute.LeaseRequest;
import org.espalier.api.compute.LeaseStatus;
import org.espalier.api.error.InputException;
import org.espalier.api.extension.ExtensionPoint;
import org.espalier.core.bench.BenchService;
import org.espalier.core.config.Origin;
import org.espalier.core.config.ParameterSchema;
import org.espalier.core.config.Setting;
import org.espalier.core.config.Site;
import org.espalier.core.config.SiteKey;
import org.espalier.core.experiment.ExperimentCatalog;
import org.espalier.core.experiment.Layer;
import org.espalier.core.experiment.Plan;
import org.espalier.core.extension.Extension;
import org.espalier.core.extension.ExtensionRegistry;
import org.espalier.core.internal.bench.BenchComponent;
import org.espalier.core.internal.experiment.ExperimentCatalogComponent;
import org.espalier.core.internal.store.RunStoreComponent;
import org.espalier.core.internal.text.Nearest;
import org.espalier.core.run.RunEvent;
import org.espalier.core.run.RunHandle;
import org.espalier.core.run.RunOptions;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.RunStore;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;

/** The core's components wired by hand around {@link ToyPlugin}. */
final class ToyHost implements Site, ExtensionRegistry, ComputeService {
    private static final Map<Extension, Class<?>> EXTENSIONS = Map.of(
            extension(ExtensionPoint.DATASET, "toy.data", "toys", "", ""), ToyPlugin.Data.class,
            extension(ExtensionPoint.DATASET, "toy.tools", "tools", "", ""), ToyPlugin.Data.class,
            extension(ExtensionPoint.MODEL, "toy.model", "toys", "toy", "class-scores"), ToyPlugin.ToyModel.class,
            extension(ExtensionPoint.TRAINER, "toy.trainer", "*", "toy", ""), ToyPlugin.ToyTrainer.class,
            extension(ExtensionPoint.TRAINER, "toy.idle", "*", "toy", ""), ToyPlugin.IdleTrainer.class,
            extension(ExtensionPoint.METRIC, "score", "", "", "class-scores"), ToyPlugin.Score.class,
            extension(ExtensionPoint.METRIC, "other", "", "", "values"), ToyPlugin.Score.class);

    private final Path folder;
    private final List<RunEvent> events = new CopyOnWriteArrayList<>();
    private final Semaphore epochs = new Semaphore(0);
    private final ExperimentCatalog catalog;
    private final RunStore store;
    private final Rehearsal rehearsal;
    private final RunServiceComponent service;

    ToyHost(Path folder) {
        this.folder = folder;
        ToyPlugin.WAITING.drainPermits();
        BundleContext context = fake(BundleContext.class, Map.of("getBundle", toyBundle(), "getBundles", new Bundle[0]));
        catalog = new ExperimentCatalogComponent(context, this, this);
        store = new RunStoreComponent(this);
        rehearsal = new Rehearsal(context, this, this);
        service = new RunServiceComponent(this, catalog, this, store, new Usage(), rehearsal);
    }

    private static Bundle toyBundle() {
        return fake(Bundle.class, Map.of("getSymbolicName", "toy", "getVersion", Version.emptyVersion, "getLocation", "toy", "getLastModified", 1L));
    }

    private static <T> T fake(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answers.get(method.getName())));
    }

    private static Extension extension(ExtensionPoint point, String id, String data, String form, String judges) {
        return new Extension(point, id, id, data, form, judges, id, "toy", "1.0.0", 1);
    }

    Plan plan(String experiment, String... overrides) {
        try {
            Path file = Files.writeString(folder.resolve("toy.yaml"), experiment);
            return catalog.plan(file.toString(), List.of(overrides));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RunHandle start(String experiment, String... overrides) {
        return service.start(plan(experiment, overrides), options());
    }

    RunRecord run(String experiment, String... overrides) throws InterruptedException {
        return start(experiment, overrides).await();
    }

    RunOptions options() {
        return new RunOptions(OptionalInt.of(1), "cpu", List.of(event -> {
            events.add(event);
            if (event instanceof RunEvent.EpochDone) {
                epochs.release();
            }
        }));
    }

    void awaitEpochs(int count) throws InterruptedException {
        epochs.acquire(count);
    }

    List<RunEvent> events() {
        return events;
    }

    RunStore store() {
        return store;
    }

    RunServiceComponent service() {
        return service;
    }

    BenchService bench() {
        return new BenchComponent(this, rehearsal);
    }

    @Override
    public Path home() {
        return folder;
    }

    @Override
    public Path plugins() {
        return folder.resolve("plugins");
    }

    @Override
    public List<Layer> layers() {
        String key = SiteKey.RUNS_ROOT.key();
        return List.of(new Layer(Map.of(key, new Setting(key, get(SiteKey.RUNS_ROOT), new Origin("site", ""))), Set.of()));
    }

    @Override
    public String get(SiteKey key) {
        return key == SiteKey.RUNS_ROOT ? folder.resolve("runs").toString() : key.initial();
    }

    @Override
    public List<Extension> all() {
        return List.copyOf(EXTENSIONS.keySet());
    }

    @Override
    public List<Extension> all(ExtensionPoint point) {
        return EXTENSIONS.keySet().stream().filter(e -> e.point() == point).toList();
    }

    @Override
    public Extension get(ExtensionPoint point, String id) {
        return all(point).stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow(() -> new InputException(
                "There is no " + point.id() + " '" + id + "'." + Nearest.hint(id, all(point).stream().map(Extension::id).toList())));
    }

    @Override
    public Class<?> load(Extension extension) {
        return EXTENSIONS.get(extension);
    }

    @Override
    public ParameterSchema schema(Extension extension) {
        return ParameterSchema.of(load(extension));
    }

    @Override
    public List<String> conflicts() {
        return List.of();
    }

    @Override
    public List<Device> devices() {
        return List.of(new Device("cpu", "toy", "toy", 1, 1L << 30, Optional.empty()));
    }

    @Override
    public Lease lease(String device, LeaseRequest request) {
        return (Lease) Proxy.newProxyInstance(Lease.class.getClassLoader(), new Class<?>[] {Lease.class}, (proxy, method, arguments) -> switch (method.getName()) {
            case "call" -> ((Callable<?>) arguments[0]).call();
            case "device" -> devices().get(0);
            case "held" -> 0L;
            case "request" -> request;
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> null;
        });
    }

    @Override
    public List<LeaseStatus> queue() {
        return List.of();
    }
}
