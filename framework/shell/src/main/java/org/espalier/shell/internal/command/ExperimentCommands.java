package org.espalier.shell.internal.command;

import java.util.List;
import java.util.stream.Collectors;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.espalier.core.experiment.ExperimentCatalog;
import org.espalier.core.experiment.ExperimentInfo;
import org.espalier.core.experiment.Plan;
import org.espalier.core.experiment.Trial;
import org.espalier.report.terminal.Format;
import org.espalier.report.terminal.TextTable;
import org.espalier.shell.internal.verb.Values;
import org.espalier.shell.internal.verb.Verb;
import org.espalier.shell.internal.verb.VerbSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code exp:} the experiments that can be run. */
@Component(service = VerbSet.class, property = {"osgi.command.scope=exp", "osgi.command.function=list", "osgi.command.function=show", "osgi.command.function=validate"})
public final class ExperimentCommands implements VerbSet {
    private static final Verb LIST = Verb.of(ExperimentCommands.class, "exp:list").json().example("exp:list");
    private static final Verb SHOW = Verb.of(ExperimentCommands.class, "exp:show").needs("EXPERIMENT", "id or YAML file", Values.EXPERIMENTS).example("exp:show gndnets/karate");
    private static final Verb VALIDATE = Verb.of(ExperimentCommands.class, "exp:validate").needs("EXPERIMENT", "id or YAML file", Values.EXPERIMENTS)
            .takesMany("KEY=VALUE", "values to set in it", Values.SETTINGS).example("exp:validate my-experiment.yaml main.model.hidden=32");

    private final ExperimentCatalog catalog;

    @Activate
    public ExperimentCommands(@Reference ExperimentCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public List<Verb> verbs() {
        return List.of(LIST, SHOW, VALIDATE);
    }

    @Descriptor("Lists the experiments")
    public Object list(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return LIST.answer(session, words, given -> {
            List<ExperimentInfo> all = catalog.list();
            return given.shown(all, () -> table(all, given.console().width()) + String.join("\n", catalog.problems()));
        });
    }

    private static String table(List<ExperimentInfo> all, int width) {
        TextTable table = new TextTable().left("experiment").left("title").left("paper").left("from");
        all.forEach(e -> table.row(e.id(), e.title(), e.paper().orElse(""), bundleOrFile(e.source())));
        return table.isEmpty() ? "No plugin brings an experiment; see plugin:list.\n" : table.text(width);
    }

    private static String bundleOrFile(String source) {
        return source.replaceFirst("/OSGI-INF/.*", "");
    }

    @Descriptor("Shows the file of an experiment")
    public Object show(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return SHOW.answer(session, words, given -> catalog.text(given.first()));
    }

    @Descriptor("Checks an experiment without touching data or devices")
    public Object validate(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return VALIDATE.answer(session, words, given -> sentence(catalog.plan(given.first(), given.rest())));
    }

    private static String sentence(Plan plan) {
        String ways = plan.representatives().keySet().stream().filter(label -> !label.isEmpty()).collect(Collectors.joining("; "));
        long seeds = plan.trials().stream().map(Trial::seed).distinct().count();
        return plan.experiment().id() + " is valid: " + Format.count(plan.trials().size(), "trial") + ", " + Format.count(seeds, "seed")
                + (ways.isEmpty() ? "" : " each of " + ways) + (plan.experiment().claims().isEmpty() ? "" : ", " + Format.count(plan.experiment().claims().size(), "claim"));
    }
}
