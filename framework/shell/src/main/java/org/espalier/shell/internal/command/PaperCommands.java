package org.espalier.shell.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.espalier.api.error.DataException;
import org.espalier.api.error.InputException;
import org.espalier.core.claim.Verdict;
import org.espalier.core.experiment.ExperimentCatalog;
import org.espalier.core.experiment.Plan;
import org.espalier.core.paper.PaperCard;
import org.espalier.core.paper.PaperCatalog;
import org.espalier.core.run.RunOptions;
import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.RunService;
import org.espalier.report.terminal.RunSummary;
import org.espalier.report.terminal.TextTable;
import org.espalier.shell.internal.verb.Given;
import org.espalier.shell.internal.verb.Refusal;
import org.espalier.shell.internal.verb.Values;
import org.espalier.shell.internal.verb.Verb;
import org.espalier.shell.internal.verb.VerbSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code paper:} what the implemented papers say, and whether it holds. */
@Component(service = VerbSet.class, property = {"osgi.command.scope=paper", "osgi.command.function=list", "osgi.command.function=card", "osgi.command.function=verify"})
public final class PaperCommands implements VerbSet {
    private static final Verb LIST = Verb.of(PaperCommands.class, "paper:list").json().example("paper:list");
    private static final Verb CARD = Verb.of(PaperCommands.class, "paper:card").needs("PAPER", "id of a paper", Values.PAPERS).json().example("paper:card gndnets");
    private static final Verb VERIFY = Verb.of(PaperCommands.class, "paper:verify").needs("PAPER", "id of a paper", Values.PAPERS)
            .takesMany("KEY=VALUE", "values to set in its experiments", Values.SETTINGS).json().example("paper:verify gndnets");

    private final PaperCatalog papers;
    private final ExperimentCatalog experiments;
    private final RunService runs;

    @Activate
    public PaperCommands(@Reference PaperCatalog papers, @Reference ExperimentCatalog experiments, @Reference RunService runs) {
        this.papers = papers;
        this.experiments = experiments;
        this.runs = runs;
    }

    @Override
    public List<Verb> verbs() {
        return List.of(LIST, CARD, VERIFY);
    }

    @Descriptor("Lists the papers that plugins implement")
    public Object list(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return LIST.answer(session, words, given -> {
            List<PaperCard> all = papers.list();
            return given.shown(all, () -> table(all, given.console().width()));
        });
    }

    private static String table(List<PaperCard> all, int width) {
        TextTable table = new TextTable().left("paper").left("title").right("year").left("arXiv").right("experiments");
        all.forEach(p -> table.row(p.id(), p.title(), p.year(), p.arxiv(), p.experiments().size()));
        return table.isEmpty() ? "No plugin implements a paper; see plugin:list." : table.text(width);
    }

    @Descriptor("Shows a paper's card: what it proposes, published and reproduced")
    public Object card(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return CARD.answer(session, words, given -> {
            PaperCard card = papers.get(given.first());
            return given.shown(card, () -> CardText.of(card, given.console().width()));
        });
    }

    @Descriptor("Runs a paper's experiments and decides its claims")
    public Object verify(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return VERIFY.answer(session, words, given -> {
            List<Verdict> verdicts = new ArrayList<>();
            for (Plan plan : plans(papers.get(given.first()), given.rest())) {
                verdicts.addAll(verdicts(given, plan));
            }
            return given.shown(verdicts, () -> "\n" + RunSummary.claims(verdicts, given.console().width()) + "\n" + tally(verdicts));
        });
    }

    /** All are checked before the first is run. */
    private List<Plan> plans(PaperCard card, List<String> overrides) {
        List<String> claiming = card.experiments().stream().filter(id -> !experiments.load(id).claims().isEmpty()).toList();
        if (claiming.isEmpty()) {
            throw new InputException("Paper '" + card.id() + "' has no experiment with claims");
        }
        return claiming.stream().map(id -> experiments.plan(id, overrides)).toList();
    }

    /** An experiment whose data are not here decides nothing, and does not keep the others from being run. */
    private List<Verdict> verdicts(Given given, Plan plan) {
        try {
            return verdicts(new Watch(given.console()).follow(view -> runs.start(plan, new RunOptions(OptionalInt.empty(), "", List.of(view)))));
        } catch (DataException e) {
            return plan.experiment().claims().stream().map(claim -> Verdict.undecided(claim, e.getMessage())).toList();
        }
    }

    private static List<Verdict> verdicts(RunRecord run) {
        if (run.outcome().filter(RunOutcome.INTERRUPTED::equals).isPresent()) {
            throw new Refusal(Watch.advice(run).strip());
        }
        return run.verdicts();
    }

    private static String tally(List<Verdict> verdicts) {
        List<String> parts = new ArrayList<>();
        for (Verdict.Decision decision : Verdict.Decision.values()) {
            long count = verdicts.stream().filter(v -> v.decision() == decision).count();
            if (count > 0) {
                parts.add(count + " " + decision.words());
            }
        }
        return String.join(", ", parts);
    }
}
