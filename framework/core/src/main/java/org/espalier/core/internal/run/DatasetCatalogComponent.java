package org.espalier.core.internal.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.espalier.api.dataset.DataFile;
import org.espalier.api.error.InputException;
import org.espalier.api.extension.ExtensionPoint;
import org.espalier.core.config.Origin;
import org.espalier.core.config.Setting;
import org.espalier.core.config.Site;
import org.espalier.core.config.SiteKey;
import org.espalier.core.dataset.DatasetCatalog;
import org.espalier.core.dataset.DatasetFile;
import org.espalier.core.extension.Extension;
import org.espalier.core.extension.ExtensionRegistry;
import org.espalier.core.internal.files.DataFinder;
import org.espalier.core.internal.files.Download;
import org.espalier.core.internal.files.Fingerprints;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks datasets which files they need, and looks for them. */
@Component
public final class DatasetCatalogComponent implements DatasetCatalog {
    private final ExtensionRegistry registry;
    private final Rehearsal rehearsal;
    private final Site site;

    @Activate
    public DatasetCatalogComponent(@Reference ExtensionRegistry registry, @Reference Rehearsal rehearsal, @Reference Site site) {
        this.registry = registry;
        this.rehearsal = rehearsal;
        this.site = site;
    }

    @Override
    public List<DatasetFile> files(String id, List<String> values) {
        Extension dataset = registry.get(ExtensionPoint.DATASET, id);
        Map<String, Setting> settings = new LinkedHashMap<>();
        registry.schema(dataset).defaults().forEach((key, value) -> settings.put(key, new Setting(key, value, new Origin("default", id))));
        values.forEach(value -> put(settings, value));
        return rehearsal.files(dataset, settings).stream()
                .map(file -> new DatasetFile(file, file.bundled() ? Optional.empty() : rehearsal.find(file))).toList();
    }

    @Override
    public int fetch(String id, List<String> values, Consumer<DataFile> told) throws InterruptedException {
        List<DataFile> missing = files(id, values).stream().filter(file -> !file.file().bundled() && file.found().isEmpty()).map(DatasetFile::file).toList();
        missing.stream().filter(file -> file.needed() && file.source().isEmpty()).findFirst().ifPresent(file -> {
            throw new InputException("Dataset '" + id + "' needs '" + file.path() + "', which is published nowhere; put it into a data root yourself");
        });
        List<DataFile> published = missing.stream().filter(file -> file.source().isPresent()).toList();
        Download download = new Download(new Fingerprints());
        for (DataFile file : published) {
            told.accept(file);
            download.fetch(file, target(file));
        }
        return published.size();
    }

    private Path target(DataFile file) {
        Path root = DataFinder.roots(site.get(SiteKey.DATA_ROOTS)).stream().findFirst().orElseThrow(() -> new InputException(
                "There is no place to put data: no data root is set. Write data.roots: FOLDER into conf/site.yaml, or set " + SiteKey.DATA_ROOTS.variable())).toAbsolutePath().normalize();
        Path target = root.resolve(file.path()).normalize();
        if (!target.startsWith(root)) {
            throw new InputException("'" + file.path() + "' leads out of the data root " + root);
        }
        return target;
    }

    private static void put(Map<String, Setting> settings, String argument) {
        int equals = argument.indexOf('=');
        if (equals < 1) {
            throw new InputException("Argument '" + argument + "' is not of the form key=value, e.g. name=cora");
        }
        String key = argument.substring(0, equals);
        settings.put(key, new Setting(key, argument.substring(equals + 1), new Origin("command line", "")));
    }
}
