package org.espalier.core.internal.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.espalier.api.error.InputException;
import org.espalier.core.config.Origin;
import org.espalier.core.config.Setting;
import org.espalier.core.experiment.Experiment;
import org.espalier.core.experiment.Layer;
import org.espalier.core.internal.config.Lists;
import org.espalier.core.internal.text.Nearest;

/**
 * What the user typed behind an experiment's name: {@code key=value} for any key, {@code seeds=N}, {@code variants=[a, b]} to keep only some,
 * {@code sweep.KEY=[a, b]} to try several values.
 */
final class CommandLine {
    private static final String SWEEP = "sweep.";

    private final Map<String, Setting> settings = new LinkedHashMap<>();
    private final Map<String, List<String>> sweep = new LinkedHashMap<>();
    private Optional<List<Long>> seeds = Optional.empty();
    private Optional<List<String>> variants = Optional.empty();

    private CommandLine() {
    }

    /** @throws InputException if an argument is not of the form key=value */
    static CommandLine parse(List<String> arguments) {
        CommandLine line = new CommandLine();
        arguments.forEach(line::add);
        return line;
    }

    private void add(String argument) {
        int equals = argument.indexOf('=');
        if (equals < 1) {
            throw new InputException("Argument '" + argument + "' is not of the form key=value, e.g. main.model.hidden=32");
        }
        String key = argument.substring(0, equals);
        String value = argument.substring(equals + 1);
        if (key.equals("seeds")) {
            seeds = Optional.of(seeds(value));
        } else if (key.equals("variants")) {
            variants = Optional.of(Lists.parse(value));
        } else if (key.startsWith(SWEEP)) {
            sweep.put(key.substring(SWEEP.length()), Lists.parse(value));
        } else {
            settings.put(key, new Setting(key, value, new Origin("command line", "")));
        }
    }

    private static List<Long> seeds(String value) {
        try {
            return Seeds.parse(value);
        } catch (IllegalArgumentException e) {
            throw new InputException("On the command line, " + e.getMessage(), e);
        }
    }

    /** Values to try, by key. */
    Map<String, List<String>> sweep() {
        return sweep;
    }

    Layer layer() {
        return new Layer(settings, Set.of());
    }

    /** The experiment with this command line's seeds, variants and sweep; a key that is set here is swept no more. */
    Experiment applyTo(Experiment experiment) {
        Map<String, List<String>> axes = new LinkedHashMap<>(experiment.sweep());
        axes.keySet().removeAll(settings.keySet());
        axes.putAll(sweep);
        return new Experiment(experiment.id(), experiment.title(), experiment.paper(), experiment.source(), experiment.text(), experiment.stages(), experiment.values(),
                seeds.orElse(experiment.seeds()), variants.map(names -> chosen(experiment, names)).orElse(experiment.variants()), axes, experiment.claims());
    }

    private static Map<String, Layer> chosen(Experiment experiment, List<String> names) {
        Map<String, Layer> chosen = new LinkedHashMap<>();
        for (String name : names) {
            Layer layer = experiment.variants().get(name);
            if (layer == null) {
                throw new InputException("Experiment '" + experiment.id() + "' has no variant '" + name + "'." + Nearest.hint(name, experiment.variants().keySet()));
            }
            chosen.put(name, layer);
        }
        return chosen;
    }
}
