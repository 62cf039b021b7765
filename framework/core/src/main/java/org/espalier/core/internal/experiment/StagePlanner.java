package org.espalier.core.internal.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.espalier.api.error.InputException;
import org.espalier.api.extension.ExtensionPoint;
import org.espalier.api.extension.TrainerExtension;
import org.espalier.api.run.Artefact;
import org.espalier.core.config.ArtefactSource;
import org.espalier.core.config.Origin;
import org.espalier.core.config.ParameterSchema;
import org.espalier.core.config.Setting;
import org.espalier.core.experiment.Stage;
import org.espalier.core.experiment.Stage.Use;
import org.espalier.core.extension.Extension;
import org.espalier.core.extension.ExtensionRegistry;
import org.espalier.core.internal.config.Lists;
import org.espalier.core.internal.text.Nearest;

/** Checks one stage's values against the installed extensions. */
final class StagePlanner {
    private static final String METRICS = "metrics";
    private static final List<String> ROLES = List.of("dataset", "model", "trainer", METRICS);

    private final ExtensionRegistry registry;

    StagePlanner(ExtensionRegistry registry) {
        this.registry = registry;
    }

    /**
     * @param earlier names of the stages before this one
     * @param values  the trial's effective values, by full key
     * @throws InputException for anything that cannot work
     */
    Stage plan(String name, List<String> earlier, Map<String, Setting> values) {
        Map<String, Setting> own = below(name, values);
        own.forEach((key, setting) -> refuseUnknownRole(name, key, setting));
        Use dataset = use(ExtensionPoint.DATASET, name, earlier, own);
        Use model = use(ExtensionPoint.MODEL, name, earlier, own);
        Use trainer = use(ExtensionPoint.TRAINER, name, earlier, own);
        if (!own.containsKey(METRICS)) {
            throw new InputException("Stage '" + name + "' names no metrics: write e.g. metrics: [accuracy]");
        }
        List<Extension> metrics = Lists.parse(own.get(METRICS).value()).stream().map(id -> registry.get(ExtensionPoint.METRIC, id)).toList();
        refuseMisfits(dataset.extension(), model.extension(), trainer.extension(), metrics);
        return new Stage(name, dataset, model, trainer, metrics);
    }

    private static void refuseUnknownRole(String stage, String key, Setting setting) {
        String role = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
        if (!ROLES.contains(role)) {
            throw new InputException("Key '" + setting.key() + "' (" + setting.origin() + ") is unknown: stage '" + stage + "' has dataset, model, trainer and metrics."
                    + Nearest.hint(role, ROLES));
        }
    }

    private Use use(ExtensionPoint point, String stage, List<String> earlier, Map<String, Setting> own) {
        Map<String, Setting> given = below(point.id(), own);
        Setting id = given.remove("use");
        if (id == null) {
            throw new InputException("Stage '" + stage + "' names no " + point.id() + ": write e.g. " + point.id() + ": {use: ID}");
        }
        Extension extension = named(point, id);
        ParameterSchema schema = registry.schema(extension);
        Map<String, Setting> complete = new LinkedHashMap<>();
        schema.defaults().forEach((key, value) -> complete.put(key, new Setting(stage + "." + point.id() + "." + key, value, new Origin("default", extension.id()))));
        complete.putAll(given);
        schema.bind(extension.id(), complete, earlierOnly(earlier));
        return new Use(extension, complete);
    }

    private Extension named(ExtensionPoint point, Setting id) {
        try {
            return registry.get(point, id.value());
        } catch (InputException e) {
            throw new InputException("Key '" + id.key() + "' (" + id.origin() + "): " + e.getMessage(), e);
        }
    }

    /** While planning nothing has been made yet: only the order of the stages can be checked. */
    private static ArtefactSource earlierOnly(List<String> earlier) {
        return (stage, name, setting) -> {
            if (!earlier.contains(stage)) {
                throw new InputException("Key '" + setting.key() + "' (" + setting.origin() + ") takes an artefact of stage '" + stage
                        + "', which is not an earlier stage." + Nearest.hint(stage, earlier));
            }
            return new Artefact(stage, name, java.nio.file.Path.of(name));
        };
    }

    private static void refuseMisfits(Extension dataset, Extension model, Extension trainer, List<Extension> metrics) {
        if (!model.data().equals(dataset.data())) {
            throw new InputException("Model '" + model.id() + "' needs data of kind " + model.data() + ", but dataset '" + dataset.id() + "' is " + dataset.data()
                    + ". Try: ext:list --point dataset");
        }
        if (!trainer.data().equals(TrainerExtension.ANY) && !trainer.data().equals(dataset.data())) {
            throw new InputException("Trainer '" + trainer.id() + "' needs data of kind " + trainer.data() + ", but dataset '" + dataset.id() + "' is " + dataset.data());
        }
        if (!trainer.form().equals(model.form())) {
            throw new InputException("Trainer '" + trainer.id() + "' trains models of form " + trainer.form() + ", but model '" + model.id() + "' is " + model.form()
                    + ". Try: ext:list --point trainer");
        }
        for (Extension metric : metrics) {
            if (!metric.judges().equals(model.judges())) {
                throw new InputException("Metric '" + metric.id() + "' judges " + metric.judges() + ", but model '" + model.id() + "' predicts " + model.judges());
            }
        }
    }

    /** The values below a key, with the rest of their keys. */
    private static Map<String, Setting> below(String key, Map<String, Setting> values) {
        Map<String, Setting> below = new LinkedHashMap<>();
        values.forEach((full, setting) -> {
            if (full.startsWith(key + ".")) {
                below.put(full.substring(key.length() + 1), setting);
            }
        });
        return below;
    }
}
