package org.espalier.shell.internal.command;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.apache.felix.gogo.jline.Shell;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.espalier.api.error.InputException;
import org.espalier.report.terminal.TextTable;
import org.espalier.shell.internal.verb.Refusal;
import org.espalier.shell.internal.verb.Slips;
import org.espalier.shell.internal.verb.Values;
import org.espalier.shell.internal.verb.Verb;
import org.espalier.shell.internal.verb.VerbSet;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** {@code help}, and the answer to commands that do not exist. */
@Component(service = HelpCommands.class, property = {"osgi.command.scope=espalier", "osgi.command.function=help", "osgi.command.function=default"})
public final class HelpCommands {
    private static final Verb HELP = Verb.of(HelpCommands.class, "espalier:help").takes("COMMAND", "what to explain", Values.COMMANDS).example("help run:start");
    private static final int GREATEST_WIDTH = 100;

    private final List<VerbSet> sets = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(VerbSet set) {
        sets.add(set);
    }

    public void remove(VerbSet set) {
        sets.remove(set);
    }

    /** All commands of all scopes, by name. */
    public List<Verb> all() {
        return Stream.concat(Stream.of(HELP), sets.stream().flatMap(set -> set.verbs().stream())).sorted(Comparator.comparing(Verb::name)).toList();
    }

    @Descriptor("Lists the commands, or explains one")
    public Object help(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return HELP.answer(session, words, given -> given.word(0).map(name -> verb(session, name).help(Math.min(given.console().width(), GREATEST_WIDTH)))
                .orElseGet(() -> overview(given.console().width())));
    }

    private String overview(int width) {
        TextTable table = new TextTable().left("command").left("what it does");
        all().forEach(v -> table.row(v.name().replaceFirst("^espalier:", ""), v.summary()));
        return table.text(width) + "\nEvery command explains itself with --help. The tab key completes commands, ids and keys; | pipes into grep, less, tail.\n"
                + "felix:help lists the commands of the OSGi framework. Ctrl-D leaves.";
    }

    private Verb verb(CommandSession session, String name) {
        return all().stream().filter(v -> v.name().equals(name) || v.name().endsWith(":" + name)).findFirst()
                .orElseThrow(() -> new InputException(unknown(session, name)));
    }

    /** Called by Gogo for a command that it does not know. */
    public Object _default(CommandSession session, String... words) {
        throw new Refusal(unknown(session, words[0]));
    }

    private String unknown(CommandSession session, String name) {
        List<String> ours = all().stream().map(Verb::name).toList();
        String hint = Slips.hint(name, ours);
        return "There is no command '" + name + "'." + (hint.isEmpty() ? Slips.hint(name, Shell.getCommands(session)) : hint) + " help lists all";
    }
}
