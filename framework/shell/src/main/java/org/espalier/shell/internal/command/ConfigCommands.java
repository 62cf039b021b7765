package org.espalier.shell.internal.command;

import java.util.List;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.espalier.core.experiment.ExperimentCatalog;
import org.espalier.core.experiment.Plan;
import org.espalier.report.terminal.PlanText;
import org.espalier.shell.internal.verb.Values;
import org.espalier.shell.internal.verb.Verb;
import org.espalier.shell.internal.verb.VerbSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code config:} effective values and where they come from. */
@Component(service = VerbSet.class, property = {"osgi.command.scope=config", "osgi.command.function=show"})
public final class ConfigCommands implements VerbSet {
    private static final Verb SHOW = Verb.of(ConfigCommands.class, "config:show").needs("EXPERIMENT", "id or YAML file", Values.EXPERIMENTS)
            .takesMany("KEY=VALUE", "values to set in it", Values.SETTINGS).json().example("config:show gndnets/karate main.model.hidden=32");

    private final ExperimentCatalog catalog;

    @Activate
    public ConfigCommands(@Reference ExperimentCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public List<Verb> verbs() {
        return List.of(SHOW);
    }

    @Descriptor("Shows every effective value of an experiment with its origin")
    public Object show(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return SHOW.answer(session, words, given -> {
            Plan plan = catalog.plan(given.first(), given.rest());
            return given.shown(plan.settings(), () -> PlanText.settings(plan));
        });
    }
}
