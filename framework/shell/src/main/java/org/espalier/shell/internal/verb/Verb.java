package org.espalier.shell.internal.verb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.espalier.api.error.InputException;

/**
 * A command: what it is called, what it takes, and an example. Made once for each command and kept in a constant.
 *
 * @param name      {@code scope:verb}
 * @param summary   one line
 * @param arguments positional ones in order, and options
 * @param examples  as typed
 */
public record Verb(String name, String summary, List<Argument> arguments, List<String> examples) {
    /** What Gogo's own help says of any command's arguments. */
    public static final String SEE_HELP = "arguments; --help shows them";

    /** A command whose summary is the {@link Descriptor} of the method that carries it out. */
    public static Verb of(Class<?> commands, String name) {
        String method = name.substring(name.indexOf(':') + 1);
        String summary = Arrays.stream(commands.getMethods()).filter(m -> m.getName().equals(method)).map(m -> m.getAnnotation(Descriptor.class)).findFirst().orElseThrow().value();
        return new Verb(name, summary, List.of(), List.of());
    }

    public Verb needs(String label, String description, Values values) {
        return with(new Argument(label, label, description, values, true, false));
    }

    public Verb takes(String label, String description, Values values) {
        return with(new Argument(label, label, description, values, false, false));
    }

    public Verb takesMany(String label, String description, Values values) {
        return with(new Argument(label, label, description, values, false, true));
    }

    public Verb option(String name, String label, String description, Values values) {
        return with(new Argument(name, label, description, values, false, false));
    }

    public Verb flag(String name, String description) {
        return with(new Argument(name, "", description, null, false, false));
    }

    public Verb json() {
        return flag("--json", "the data as JSON");
    }

    public Verb example(String example) {
        List<String> more = new ArrayList<>(examples);
        more.add(example);
        return new Verb(name, summary, arguments, List.copyOf(more));
    }

    private Verb with(Argument argument) {
        List<Argument> more = new ArrayList<>(arguments);
        more.add(argument);
        return new Verb(name, summary, List.copyOf(more), examples);
    }

    public List<Argument> options() {
        return arguments.stream().filter(Argument::isOption).toList();
    }

    public List<Argument> positionals() {
        return arguments.stream().filter(a -> !a.isOption()).toList();
    }

    /** Its help page. */
    public String help(int width) {
        return new Grammar(this).help(width);
    }

    /**
     * Reads the arguments and carries the command out.
     *
     * @return the answer's text, or the help page if it was asked for
     * @throws Refusal if the arguments do not fit, or something the user gave cannot be used
     */
    public Object answer(CommandSession session, String[] words, Function<Given, Object> body) {
        Console console = Console.of(session);
        try {
            Given given = new Grammar(this).read(words, console);
            return given.asksHelp() ? help(Math.min(console.width(), 100)).stripTrailing() : text(body.apply(given));
        } catch (InputException e) {
            throw new Refusal(e.getMessage(), e);
        }
    }

    /** The shell ends what it prints with a line feed of its own. */
    private static Object text(Object answer) {
        return answer instanceof String text ? text.stripTrailing() : answer;
    }
}
