package org.espalier.core.internal.experiment;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.espalier.core.config.Setting;
import org.espalier.core.experiment.Layer;
import org.espalier.core.extension.Extension;
import org.espalier.core.extension.ExtensionRegistry;

/**
 * The command line's values, each for the variants whose extensions know it: {@code main.trainer.epochs=50} says nothing to a variant that is not
 * trained, and {@code sweep.main.trainer.epochs=[50, 100]} makes no two trials of it. A value that nobody knows is left to all, so that it is refused.
 */
final class Overrides {
    private final ExtensionRegistry registry;
    private final Layer commandLine;
    private final Map<String, List<String>> sweep;
    private final Map<String, Map<String, Extension>> strangers = new LinkedHashMap<>();
    private final Set<String> labels = new LinkedHashSet<>();

    Overrides(ExtensionRegistry registry, CommandLine commandLine) {
        this.registry = registry;
        this.commandLine = commandLine.layer();
        this.sweep = commandLine.sweep();
    }

    /** Takes note of what a variant at a sweep point does not know. */
    void look(String label, Map<String, Setting> effective) {
        labels.add(label);
        Stream.concat(commandLine.settings().keySet().stream(), sweep.keySet().stream()).forEach(key -> stranger(key, effective)
                .ifPresent(extension -> strangers.computeIfAbsent(key, k -> new LinkedHashMap<>()).put(label, extension)));
    }

    /** The extension that has no such parameter; empty if it has, or if that is not the question. */
    private Optional<Extension> stranger(String key, Map<String, Setting> effective) {
        String[] parts = key.split("\\.", 3);
        if (parts.length < 3 || parts[2].equals("use") || !effective.containsKey(parts[0] + "." + parts[1] + ".use")) {
            return Optional.empty();
        }
        String id = effective.get(parts[0] + "." + parts[1] + ".use").value();
        return registry.all().stream().filter(e -> e.point().id().equals(parts[1]) && e.id().equals(id)).findFirst().filter(e -> !registry.schema(e).knows(parts[2]));
    }

    /** The values for a variant at a sweep point, after all have been looked at. */
    Layer of(String label) {
        Map<String, Setting> known = new LinkedHashMap<>(commandLine.settings());
        known.keySet().removeIf(key -> omitted(key).containsKey(label));
        return new Layer(known, commandLine.replaced());
    }

    /** The part of a sweep point that a variant knows. */
    Map<String, String> known(Map<String, String> point, String label) {
        Map<String, String> known = new LinkedHashMap<>(point);
        known.keySet().removeIf(key -> sweep.containsKey(key) && omitted(key).containsKey(label));
        return known;
    }

    private Map<String, Extension> omitted(String key) {
        Map<String, Extension> without = strangers.getOrDefault(key, Map.of());
        return without.size() == labels.size() ? Map.of() : without;
    }

    /** Where values do not apply, a sentence each. */
    List<String> remarks() {
        Map<String, String> typed = new LinkedHashMap<>();
        commandLine.settings().forEach((key, setting) -> typed.put(key, key + "=" + setting.value()));
        sweep.keySet().forEach(key -> typed.put(key, "sweep." + key));
        return typed.keySet().stream().filter(key -> !omitted(key).isEmpty())
                .map(key -> typed.get(key) + " does not apply where " + users(key) + " is used, which has no such parameter").toList();
    }

    private String users(String key) {
        return omitted(key).values().stream().map(Extension::id).distinct().collect(Collectors.joining(" or "));
    }
}
