package org.espalier.shell.internal.console;

import java.util.List;

import org.apache.felix.gogo.jline.Shell;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.espalier.shell.internal.verb.Verb;
import org.espalier.shell.internal.verb.VerbSet;
import org.osgi.service.component.annotations.Component;

/** Leaving the shell. */
@Component(service = VerbSet.class, property = {"osgi.command.scope=espalier", "osgi.command.function=exit"})
public final class SessionCommands implements VerbSet {
    private static final Verb EXIT = Verb.of(SessionCommands.class, "espalier:exit").example("exit");

    @Override
    public List<Verb> verbs() {
        return List.of(EXIT);
    }

    @Descriptor("Leaves the shell")
    public Object exit(CommandSession session, @Descriptor(Verb.SEE_HELP) String... words) {
        return EXIT.answer(session, words, given -> {
            if (session.get(InteractiveShell.SELF) instanceof Shell shell) {
                shell.stop();
            }
            return null;
        });
    }
}
