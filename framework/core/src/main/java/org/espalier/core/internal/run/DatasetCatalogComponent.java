package org.espalier.core.internal.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.api.error.InputException;
import org.espalier.api.extension.ExtensionPoint;
import org.espalier.core.config.Origin;
import org.espalier.core.config.Setting;
import org.espalier.core.dataset.DatasetCatalog;
import org.espalier.core.dataset.DatasetFile;
import org.espalier.core.extension.Extension;
import org.espalier.core.extension.ExtensionRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks datasets which files they need, and looks for them. */
@Component
public final class DatasetCatalogComponent implements DatasetCatalog {
    private final ExtensionRegistry registry;
    private final Rehearsal rehearsal;

    @Activate
    public DatasetCatalogComponent(@Reference ExtensionRegistry registry, @Reference Rehearsal rehearsal) {
        this.registry = registry;
        this.rehearsal = rehearsal;
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

    private static void put(Map<String, Setting> settings, String argument) {
        int equals = argument.indexOf('=');
        if (equals < 1) {
            throw new InputException("Argument '" + argument + "' is not of the form key=value, e.g. name=cora");
        }
        String key = argument.substring(0, equals);
        settings.put(key, new Setting(key, argument.substring(equals + 1), new Origin("command line", "")));
    }
}
