package org.espalier.shell.internal.completion;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.espalier.api.error.InputException;
import org.espalier.api.extension.ExtensionPoint;
import org.espalier.core.config.Parameter;
import org.espalier.core.config.SiteKey;
import org.espalier.core.experiment.ExperimentCatalog;
import org.espalier.core.experiment.Plan;
import org.espalier.core.experiment.Stage;
import org.espalier.core.extension.Extension;
import org.espalier.core.extension.ExtensionRegistry;
import org.jline.reader.Candidate;

/** Keys of an experiment's parameters, and after the equals sign their choices. */
final class SettingOffers {
    private static final List<String> YES_NO = List.of("true", "false");

    private final ExperimentCatalog experiments;
    private final ExtensionRegistry registry;

    SettingOffers(ExperimentCatalog experiments, ExtensionRegistry registry) {
        this.experiments = experiments;
        this.registry = registry;
    }

    /** @param before the experiment, then values given already */
    Stream<Candidate> of(List<String> before, String word) {
        Map<String, Key> keys = keys(before.get(0), before.subList(1, before.size()));
        int equals = word.indexOf('=');
        if (equals < 0) {
            return keys.entrySet().stream().map(k -> new Candidate(k.getKey() + "=", k.getKey(), null, k.getValue().description(), null, null, false));
        }
        String name = word.substring(0, equals);
        return keys.getOrDefault(name, Key.UNKNOWN).choices().stream().map(choice -> new Candidate(name + "=" + choice, choice, null, null, null, null, true));
    }

    /** With the values given so far, which may choose another model; without them if they do not fit yet; at worst what the file itself names. */
    private Map<String, Key> keys(String experiment, List<String> overrides) {
        try {
            return keys(experiments.plan(experiment, overrides));
        } catch (InputException e) {
            return overrides.isEmpty() ? named(experiment) : keys(experiment, List.of());
        }
    }

    private Map<String, Key> keys(Plan plan) {
        Map<String, Key> keys = new LinkedHashMap<>();
        plan.representatives().values().forEach(trial -> trial.stages().forEach(stage -> add(keys, stage)));
        keys.putIfAbsent("seeds", new Key("number of seeds, or a list of them", List.of()));
        Arrays.stream(SiteKey.values()).forEach(k -> keys.put(k.key(), new Key(k.description(), List.of())));
        return keys;
    }

    private Map<String, Key> named(String experiment) {
        return experiments.load(experiment).values().settings().keySet().stream().collect(Collectors.toMap(key -> key, key -> Key.UNKNOWN, (a, b) -> a, LinkedHashMap::new));
    }

    private void add(Map<String, Key> keys, Stage stage) {
        add(keys, stage.name() + ".dataset", stage.dataset());
        add(keys, stage.name() + ".model", stage.model());
        add(keys, stage.name() + ".trainer", stage.trainer());
    }

    private void add(Map<String, Key> keys, String prefix, Stage.Use use) {
        ExtensionPoint point = use.extension().point();
        keys.putIfAbsent(prefix + ".use", new Key("the " + point.id(), registry.all(point).stream().map(Extension::id).toList()));
        registry.schema(use.extension()).parameters().forEach(p -> keys.putIfAbsent(prefix + "." + p.key(), Key.of(p)));
    }

    /** A key's meaning and, if they are few, its values. */
    private record Key(String description, List<String> choices) {
        static final Key UNKNOWN = new Key("", List.of());

        static Key of(Parameter p) {
            return new Key(p.description(), p.type().equals("yes/no") ? YES_NO : p.choices());
        }
    }
}
