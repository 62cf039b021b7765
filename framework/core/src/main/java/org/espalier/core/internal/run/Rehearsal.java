package org.espalier.core.internal.run;

import static org.espalier.core.internal.run.PluginFault.blame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.dataset.Dataset;
import org.espalier.api.model.Model;
import org.espalier.api.run.Artefact;
import org.espalier.api.run.RandomSource;
import org.espalier.core.config.Setting;
import org.espalier.core.config.Site;
import org.espalier.core.config.SiteKey;
import org.espalier.core.experiment.Plan;
import org.espalier.core.experiment.Stage;
import org.espalier.core.experiment.Trial;
import org.espalier.core.extension.Extension;
import org.espalier.core.extension.ExtensionRegistry;
import org.espalier.core.internal.extension.Retired;
import org.espalier.core.internal.files.DataFinder;
import org.espalier.core.internal.files.Fingerprints;
import org.espalier.core.internal.files.FoundFiles;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import com.google.inject.Guice;

/** Makes datasets and models outside a run: to look for files, to load data, to ask how much memory they will need. Touches no device. */
@Component(service = Rehearsal.class)
public final class Rehearsal {
    private final ExtensionRegistry registry;
    private final Site site;
    private final Path unpacked;
    private final Fingerprints fingerprints = new Fingerprints();
    private final Jars jars;

    @Activate
    public Rehearsal(BundleContext context, @Reference ExtensionRegistry registry, @Reference Site site, @Reference Retired retired) {
        this.registry = registry;
        this.site = site;
        this.unpacked = site.home().resolve("cache/data");
        this.jars = new Jars(context, retired, fingerprints);
    }

    Jars jars() {
        return jars;
    }

    DataFinder finder(Plan plan) {
        return DataFinder.of(plan, unpacked, fingerprints);
    }

    /** Finds bundled and site-wide files, one by one; used where a missing one is no error. */
    public Optional<Path> find(DataFile file) {
        try {
            return new DataFinder(DataFinder.roots(site.get(SiteKey.DATA_ROOTS)), false, unpacked, fingerprints).lookUp(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for " + file.path(), e);
        }
    }

    /** The files a dataset names for these values. */
    public List<DataFile> files(Extension dataset, Map<String, Setting> values) {
        Dataset<?> made = construction(1).make(dataset, values, Dataset.class);
        return blame(dataset, "naming its files", made::files);
    }

    /** Looks for every file of a stage's data; throws if one is missing. */
    void refuseMissing(DataFinder finder, Trial trial, Stage stage) {
        found(finder, stage, dataset(trial, stage));
    }

    /** Loads a stage's data. */
    public Object data(Plan plan, Trial trial, Stage stage) {
        Dataset<?> dataset = dataset(trial, stage);
        return loaded(stage, dataset, found(finder(plan), stage, dataset));
    }

    /** A stage's dataset, its data and its model. */
    public Loaded load(Plan plan, Trial trial, Stage stage) {
        Dataset<?> dataset = dataset(trial, stage);
        FoundFiles files = found(finder(plan), stage, dataset);
        return new Loaded(dataset, files, loaded(stage, dataset, files), model(trial, stage));
    }

    /**
     * What a stage trains on, without a device.
     *
     * @param dataset the dataset
     * @param files   its files
     * @param data    what it made of them
     * @param model   the model
     */
    public record Loaded(Dataset<?> dataset, DataAccess files, Object data, Model<?> model) {
    }

    private Dataset<?> dataset(Trial trial, Stage stage) {
        return construction(trial.seed()).make(stage.dataset().extension(), stage.dataset().values(), Dataset.class);
    }

    private static Object loaded(Stage stage, Dataset<?> dataset, FoundFiles files) {
        return blame(stage.dataset().extension(), "loading", () -> dataset.load(files));
    }

    /** Makes a stage's model. */
    public Model<?> model(Trial trial, Stage stage) {
        return construction(trial.seed()).make(stage.model().extension(), stage.model().values(), Model.class);
    }

    private FoundFiles found(DataFinder finder, Stage stage, Dataset<?> dataset) {
        Extension extension = stage.dataset().extension();
        try {
            return finder.find(extension.id(), jars.bundle(extension.bundle()), blame(extension, "naming its files", dataset::files));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for the files of dataset '" + extension.id() + "'", e);
        }
    }

    /** Artefacts of earlier stages do not exist yet: they stand in by name. */
    private Construction construction(long seed) {
        return new Construction(registry, Guice.createInjector(), (stage, name, setting) -> new Artefact(stage, name, Path.of(name)))
                .with(binder -> binder.bind(RandomSource.class).toInstance(new SeededRandom(seed)));
    }
}
