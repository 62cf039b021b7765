package org.espalier.core.internal.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.espalier.api.error.InputException;
import org.espalier.core.config.Origin;
import org.espalier.core.config.Setting;
import org.espalier.core.config.Site;
import org.espalier.core.config.SiteKey;
import org.espalier.core.experiment.Experiment;
import org.espalier.core.experiment.Layer;
import org.espalier.core.experiment.Plan;
import org.espalier.core.experiment.Stage;
import org.espalier.core.experiment.Trial;
import org.espalier.core.extension.ExtensionRegistry;
import org.espalier.core.internal.config.EffectiveSettings;
import org.espalier.core.internal.text.Nearest;

/** Lays out an experiment's trials: variants × sweep points × seeds, each checked. */
final class Planner {
    private final Site site;
    private final ExtensionRegistry registry;
    private final StagePlanner stages;

    Planner(Site site, ExtensionRegistry registry) {
        this.site = site;
        this.registry = registry;
        this.stages = new StagePlanner(registry);
    }

    Plan plan(Experiment file, List<String> overrides) {
        CommandLine line = CommandLine.parse(overrides);
        Experiment experiment = line.applyTo(file);
        Map<String, Layer> variants = experiment.variants().isEmpty() ? Map.of("", new Layer(Map.of(), Set.of())) : experiment.variants();
        Overrides typed = typed(experiment, variants, line);
        Map<String, Map<String, Setting>> groups = new LinkedHashMap<>();
        List<Trial> trials = new ArrayList<>();
        for (Map<String, String> point : Grid.points(experiment.sweep())) {
            variants.forEach((name, variant) -> {
                String full = label(name, Grid.shortened(point));
                Map<String, String> known = typed.known(point, full);
                Map<String, String> shortPoint = Grid.shortened(known);
                if (groups.containsKey(label(name, shortPoint))) {
                    return;
                }
                Map<String, Setting> values = values(experiment, variant, known, typed.of(full));
                List<Stage> planned = stages(experiment, values);
                groups.put(label(name, shortPoint), complete(values, planned));
                experiment.seeds().forEach(seed -> trials.add(new Trial(id(name, shortPoint, seed), name, shortPoint, seed, planned)));
            });
        }
        return new Plan(experiment, List.copyOf(overrides), trials, typed.remarks(), merged(groups));
    }

    private Overrides typed(Experiment experiment, Map<String, Layer> variants, CommandLine line) {
        Overrides typed = new Overrides(registry, line);
        Grid.points(experiment.sweep()).forEach(point -> variants.forEach((name, variant) -> typed.look(label(name, Grid.shortened(point)), values(experiment, variant, point, line.layer()))));
        return typed;
    }

    private Map<String, Setting> values(Experiment experiment, Layer variant, Map<String, String> point, Layer commandLine) {
        Map<String, Setting> swept = new LinkedHashMap<>();
        point.forEach((key, value) -> swept.put(key, new Setting(key, value, new Origin("sweep", ""))));
        List<Layer> layers = new ArrayList<>(List.of(experiment.values(), variant, new Layer(swept, Set.of())));
        layers.addAll(site.layers());
        layers.add(commandLine);
        Map<String, Setting> values = EffectiveSettings.of(layers);
        values.values().forEach(setting -> refuseUnknown(experiment, setting));
        return values;
    }

    private static void refuseUnknown(Experiment experiment, Setting setting) {
        String first = setting.key().split("\\.", 2)[0];
        if (!SiteKey.keys().contains(setting.key()) && !experiment.stages().contains(first)) {
            List<String> known = new ArrayList<>(SiteKey.keys());
            known.addAll(experiment.values().settings().keySet());
            throw new InputException("Key '" + setting.key() + "' (" + setting.origin() + ") is unknown: experiment '" + experiment.id() + "' has the stages "
                    + String.join(", ", experiment.stages()) + "." + Nearest.hint(setting.key(), known));
        }
    }

    private List<Stage> stages(Experiment experiment, Map<String, Setting> values) {
        List<Stage> planned = new ArrayList<>();
        for (String name : experiment.stages()) {
            planned.add(stages.plan(name, planned.stream().map(Stage::name).toList(), values));
        }
        return planned;
    }

    /** The effective values with the defaults that the extensions added. */
    private static Map<String, Setting> complete(Map<String, Setting> values, List<Stage> planned) {
        Map<String, Setting> all = new LinkedHashMap<>(values);
        planned.forEach(stage -> List.of(stage.dataset(), stage.model(), stage.trainer())
                .forEach(use -> use.values().values().forEach(setting -> all.putIfAbsent(setting.key(), setting))));
        return all;
    }

    /** Settings that all groups share, then those that differ, labelled. */
    private static List<Setting> merged(Map<String, Map<String, Setting>> groups) {
        Set<Setting> shared = new LinkedHashSet<>(groups.values().iterator().next().values());
        groups.values().forEach(group -> shared.retainAll(Set.copyOf(group.values())));
        List<Setting> merged = shared.stream().sorted(java.util.Comparator.comparing(Setting::key)).collect(Collectors.toCollection(ArrayList::new));
        groups.forEach((label, group) -> group.values().stream().filter(setting -> !shared.contains(setting)).sorted(java.util.Comparator.comparing(Setting::key))
                .forEach(setting -> merged.add(new Setting("[" + label + "] " + setting.key(), setting.value(), setting.origin()))));
        return merged;
    }

    private static String label(String variant, Map<String, String> point) {
        List<String> parts = new ArrayList<>(variant.isEmpty() ? List.of() : List.of(variant));
        point.forEach((key, value) -> parts.add(key + "=" + value));
        return String.join(",", parts);
    }

    private static String id(String variant, Map<String, String> point, long seed) {
        String label = label(variant, point);
        return ((label.isEmpty() ? "" : label + ",") + "seed=" + seed).replaceAll("[^A-Za-z0-9._=,+-]", "_");
    }
}
