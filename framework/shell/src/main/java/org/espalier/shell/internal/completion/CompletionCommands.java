package org.espalier.shell.internal.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.felix.gogo.jline.Shell;
import org.apache.felix.service.command.CommandSession;
import org.espalier.shell.internal.command.HelpCommands;
import org.espalier.shell.internal.verb.Argument;
import org.espalier.shell.internal.verb.Values;
import org.espalier.shell.internal.verb.Verb;
import org.jline.builtins.Completers.CompletionData;
import org.jline.reader.Candidate;
import org.jline.reader.ParsedLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hidden commands behind the tab key: the profile calls the first when a session starts, the shell calls the second for candidates. */
@Component(service = CompletionCommands.class, property = {"osgi.command.scope=espalier", "osgi.command.function=__completions", "osgi.command.function=__candidates"})
public final class CompletionCommands {
    private final HelpCommands help;
    private final Offers offers;

    @Activate
    public CompletionCommands(@Reference HelpCommands help, @Reference Offers offers) {
        this.help = help;
        this.offers = offers;
    }

    /** Fills the session's table of completions from the verbs. */
    public void __completions(CommandSession session) {
        Map<String, List<CompletionData>> table = Shell.getCompletions(session);
        help.all().forEach(verb -> table.put(verb.name(), entries(verb)));
    }

    private static List<CompletionData> entries(Verb verb) {
        List<CompletionData> entries = new ArrayList<>();
        entries.add(new CompletionData(null, verb.summary(), null, null));
        verb.options().forEach(option -> entries.add(new CompletionData(List.of(option.name()), option.description(), null, null)));
        entries.add(new CompletionData(List.of("--help"), "show this command's help", null, null));
        boolean files = verb.positionals().stream().anyMatch(a -> a.values() == Values.FILES);
        entries.add(new CompletionData(null, null, files ? "gogo:__files" : "espalier:__candidates", null));
        return entries;
    }

    /** What fits at the cursor. */
    public List<Candidate> __candidates(CommandSession session) {
        ParsedLine line = Shell.getParsedLine(session);
        String name = Shell.resolve(session, line.words().get(0));
        return help.all().stream().filter(v -> v.name().equals(name)).findFirst()
                .map(verb -> candidates(verb, line.words().subList(1, line.wordIndex() + 1))).orElse(List.of());
    }

    /** @param words those after the command, up to and including the one at the cursor */
    List<Candidate> candidates(Verb verb, List<String> words) {
        List<String> positionals = new ArrayList<>();
        Argument expected = null;
        for (String word : words.subList(0, words.size() - 1)) {
            Argument option = verb.options().stream().filter(o -> o.name().equals(word)).findFirst().orElse(null);
            if (expected == null && option == null) {
                positionals.add(word);
            }
            expected = option != null && !option.isFlag() ? option : null;
        }
        Argument wanted = expected != null ? expected : positional(verb, positionals.size());
        return wanted == null ? List.of() : offers.of(wanted.values(), positionals, words.get(words.size() - 1));
    }

    private static Argument positional(Verb verb, int index) {
        List<Argument> all = verb.positionals();
        if (index < all.size()) {
            return all.get(index);
        }
        return all.isEmpty() || !all.get(all.size() - 1).many() ? null : all.get(all.size() - 1);
    }
}
