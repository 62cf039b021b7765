package org.espalier.shell.internal.command;

import java.util.List;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.espalier.api.error.InputException;
import org.espalier.core.experiment.ExperimentCatalog;
import org.espalier.core.experiment.Plan;
import org.espalier.core.run.RunComparison;
import org.espalier.core.run.RunHandle;
import org.espalier.core.run.RunListener;
import org.espalier.core.run.RunOptions;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.RunService;
import org.espalier.core.run.RunStore;
import org.espalier.report.terminal.ComparisonText;
import org.espalier.report.terminal.RunSummary;
import org.espalier.shell.internal.verb.Given;
import org.espalier.shell.internal.verb.Values;
import org.espalier.shell.internal.verb.Verb;
import org.espalier.shell.internal.verb.VerbSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code run:} starting experiments and looking at what came out. */
@Component(service = VerbSet.class, property = {"osgi.command.scope=run", "osgi.command.function=start", "osgi.command.function=list", "osgi.command.function=show",
        "osgi.command.function=stop", "osgi.command.function=resume", "osgi.command.function=plot", "osgi.command.function=compare"})
public final class RunCommands implements VerbSet {
    private static final String RUN = "id of a run, a unique ending of it, or last";
    private static final String PARALLEL = "--parallel";
    private static final Verb START = Verb.of(RunCommands.class, "run:start").needs("EXPERIMENT", "id or YAML file", Values.EXPERIMENTS)
            .takesMany("KEY=VALUE", "values to set in it", Values.SETTINGS).option(PARALLEL, "N", "trials at a time; otherwise as many as the device has room for", Values.NUMBERS)
            .example("run:start gndnets/karate").example("run:start gndnets/cora main.model.hidden=32 seeds=3");
    private static final Verb LIST = Verb.of(RunCommands.class, "run:list").json().example("run:list");
    private static final Verb SHOW = Verb.of(RunCommands.class, "run:show").needs("RUN", RUN, Values.RUNS).json().example("run:show last");
    private static final Verb STOP = Verb.of(RunCommands.class, "run:stop")
            .needs("RUN", "id of a running run, or a unique ending of it", Values.RUNS).example("run:stop 20260301-100000-ab12");
    private static final Verb RESUME = Verb.of(RunCommands.class, "run:resume").needs("RUN", RUN, Values.RUNS)
            .option(PARALLEL, "N", "trials at a time; otherwise as many as the device has room for", Values.NUMBERS).example("run:resume last");
    private static final Verb PLOT = Verb.of(RunCommands.class, "run:plot").needs("RUN", RUN, Values.RUNS)
            .takes("FIGURE", "what the trained models showed; without it the curves of training", Values.FIGURES)
            .option("--value", "NAME", "only this measured value, like train-loss", Values.METRICS).example("run:plot last --value train-loss").example("run:plot last edge-weights");
    private static final Verb COMPARE = Verb.of(RunCommands.class, "run:compare").needs("RUN", RUN, Values.RUNS).needs("OTHER", "the run to compare it with", Values.RUNS).json()
            .example("run:compare 20260301-100000-ab12 last");
    private static final String SITE_DEVICE = "";

    private final ExperimentCatalog catalog;
    private final RunService runs;
    private final RunStore store;

    @Activate
    public RunCommands(@Reference ExperimentCatalog catalog, @Reference RunService runs, @Reference RunStore store) {
        this.catalog = catalog;
        this.runs = runs;
        this.store = store;
    }

    @Override
    public List<Verb> verbs() {
        return List.of(START, LIST, SHOW, STOP, RESUME, PLOT, COMPARE);
    }

    @Descriptor("Runs an experiment and shows what came out")
    public Object start(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return START.answer(session, words, given -> {
            Plan plan = catalog.plan(given.first(), given.rest());
            return summary(given, new Watch(given.console()).follow(view -> runs.start(plan, options(given, view))));
        });
    }

    @Descriptor("Goes on with a run that was stopped or killed")
    public Object resume(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return RESUME.answer(session, words, given -> summary(given, new Watch(given.console()).follow(view -> runs.resume(given.first(), options(given, view)))));
    }

    private static RunOptions options(Given given, RunListener listener) {
        return new RunOptions(given.number(PARALLEL), SITE_DEVICE, List.of(listener));
    }

    private static String summary(Given given, RunRecord run) {
        return "\n" + RunSummary.text(run, given.console().width()) + Watch.advice(run);
    }

    @Descriptor("Lists the runs, newest first")
    public Object list(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return LIST.answer(session, words, given -> {
            List<RunRecord> all = store.list();
            List<String> active = runs.active().stream().map(RunHandle::id).toList();
            return given.shown(all, () -> RunList.text(all, active, given.console().width()));
        });
    }

    @Descriptor("Shows the results of a run")
    public Object show(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return SHOW.answer(session, words, given -> {
            RunRecord run = store.get(given.first());
            return given.shown(run, () -> RunSummary.text(run, given.console().width()));
        });
    }

    @Descriptor("Stops a run after its trials have written their checkpoints")
    public Object stop(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return STOP.answer(session, words, given -> {
            List<RunHandle> found = runs.active().stream().filter(r -> r.id().endsWith(given.first())).toList();
            if (found.size() != 1) {
                throw new InputException("'" + given.first() + "' names " + (found.isEmpty() ? "no running run" : "several running runs") + "; running are: "
                        + String.join(", ", runs.active().stream().map(RunHandle::id).toList()));
            }
            found.get(0).stop();
            return "Stopping " + found.get(0).id() + ". Go on later with: run:resume " + found.get(0).id();
        });
    }

    @Descriptor("Shows only what differs between two runs, with statistics over seeds")
    public Object compare(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return COMPARE.answer(session, words, given -> {
            RunRecord first = store.get(given.first());
            RunRecord second = store.get(given.word(1).orElseThrow());
            RunComparison comparison = RunComparison.of(first, second);
            return given.shown(comparison, () -> ComparisonText.text(first.id(), second.id(), comparison, given.console().width()));
        });
    }

    @Descriptor("Draws the curves of a run, or a figure of its models")
    public Object plot(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return PLOT.answer(session, words, given -> {
            RunRecord run = store.get(given.first());
            FigurePlot figures = new FigurePlot(run, store.figures(run));
            return given.word(1).map(name -> figures.text(name, given.console()))
                    .orElseGet(() -> new CurvePlot(run, store.epochs(run)).text(given.option("--value"), given.console()) + figures.names());
        });
    }
}
