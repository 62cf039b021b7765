package org.espalier.shell.internal.console;

import java.util.Dictionary;
import java.util.Hashtable;

import org.apache.felix.gogo.jline.Builtin;
import org.apache.felix.gogo.jline.Posix;
import org.apache.felix.gogo.jline.Procedural;
import org.apache.felix.service.command.CommandProcessor;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The commands of Gogo's JLine bundle that are of use here: pipes' ends, files, history, loops. We offer them because that bundle is not
 * started: it would open a shell of its own on the same terminal.
 */
@Component(service = GogoCommands.class, immediate = true)
public final class GogoCommands {
    private static final String[] POSIX = {"cat", "cd", "clear", "date", "echo", "grep", "head", "less", "ls", "pwd", "sleep", "sort", "tail", "watch", "wc"};
    private static final String[] BUILTIN = {"bg", "complete", "fg", "history", "jobs", "set", "setopt", "tac", "type", "unsetopt", "__directories", "__files"};
    private static final String[] PROCEDURAL = {"each", "if", "not", "throw", "try", "until", "while", "break", "continue"};

    @Activate
    public GogoCommands(@Reference CommandProcessor processor, BundleContext context) {
        context.registerService(Posix.class, new Posix(processor), commands(POSIX));
        context.registerService(Builtin.class, new Builtin(), commands(BUILTIN));
        context.registerService(Procedural.class, new Procedural(), commands(PROCEDURAL));
    }

    private static Dictionary<String, Object> commands(String... functions) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(CommandProcessor.COMMAND_SCOPE, "gogo");
        properties.put(CommandProcessor.COMMAND_FUNCTION, functions);
        return properties;
    }
}
