package org.espalier.shell.internal.completion;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.espalier.api.error.InputException;
import org.espalier.api.extension.ExtensionPoint;
import org.espalier.core.experiment.ExperimentCatalog;
import org.espalier.core.extension.Extension;
import org.espalier.core.extension.ExtensionRegistry;
import org.espalier.core.paper.PaperCatalog;
import org.espalier.core.plugin.PluginCatalog;
import org.espalier.core.run.EpochRecord;
import org.espalier.core.run.RunStore;
import org.espalier.report.figure.FigureSet;
import org.espalier.shell.internal.command.HelpCommands;
import org.espalier.shell.internal.verb.Values;
import org.espalier.shell.internal.verb.Verb;
import org.jline.reader.Candidate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Real values for each kind of argument. */
@Component(service = Offers.class)
public final class Offers {
    private static final int NEWEST_RUNS = 50;

    private final ExperimentCatalog experiments;
    private final ExtensionRegistry registry;
    private final PluginCatalog plugins;
    private final PaperCatalog papers;
    private final RunStore runs;
    private final HelpCommands help;
    private final SettingOffers settings;

    @Activate
    public Offers(@Reference ExperimentCatalog experiments, @Reference ExtensionRegistry registry, @Reference PluginCatalog plugins, @Reference PaperCatalog papers,
            @Reference RunStore runs, @Reference HelpCommands help) {
        this.experiments = experiments;
        this.registry = registry;
        this.plugins = plugins;
        this.papers = papers;
        this.runs = runs;
        this.help = help;
        this.settings = new SettingOffers(experiments, registry);
    }

    /**
     * Candidates at the cursor; none where the input so far makes no sense.
     *
     * @param before positional words before the cursor
     * @param word   the word at the cursor
     */
    List<Candidate> of(Values values, List<String> before, String word) {
        try {
            return candidates(values, before, word).toList();
        } catch (InputException e) {
            return List.of();
        }
    }

    private Stream<Candidate> candidates(Values values, List<String> before, String word) {
        return switch (values) {
            case EXPERIMENTS -> experiments.list().stream().map(e -> candidate(e.id(), e.title()));
            case SETTINGS -> settings.of(before, word);
            case RUNS -> Stream.concat(Stream.of(candidate("last", "the newest run")), runs.list().stream().limit(NEWEST_RUNS).map(r -> candidate(r.id(), r.title())));
            case EXTENSIONS -> registry.all().stream().map(Offers::candidate);
            case DATASETS -> registry.all(ExtensionPoint.DATASET).stream().map(Offers::candidate);
            case POINTS -> Arrays.stream(ExtensionPoint.values()).map(p -> candidate(p.id(), null));
            case PLUGINS -> plugins.list().stream().map(p -> candidate(p.name(), p.version()));
            case PAPERS -> papers.list().stream().map(p -> candidate(p.id(), p.title()));
            case COMMANDS -> help.all().stream().map(Verb::name).map(name -> candidate(name, null));
            case METRICS -> runs.epochs(runs.get(before.get(0))).stream().map(EpochRecord::values).flatMap(v -> v.keySet().stream()).distinct().map(v -> candidate(v, null));
            case FIGURES -> FigureSet.of(runs.get(before.get(0)), runs.figures(runs.get(before.get(0)))).stream().map(f -> candidate(f.name(), f.views().get(0).figure().title()));
            case FILES, NUMBERS -> Stream.empty();
        };
    }

    private static Candidate candidate(Extension e) {
        return candidate(e.id(), e.title());
    }

    static Candidate candidate(String value, String description) {
        return new Candidate(value, value, null, description, null, null, true);
    }
}
