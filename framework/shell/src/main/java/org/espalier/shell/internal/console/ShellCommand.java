package org.espalier.shell.internal.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.ToIntFunction;

import org.apache.felix.service.command.CommandProcessor;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code espalier shell}: the interactive shell on a terminal; elsewhere the lines of standard input, one command after the other. */
@Component(service = ToIntFunction.class, property = "espalier.command=shell")
@Capability(namespace = "espalier.command", name = "shell", attribute = "description='Open the shell, or carry out the commands on standard input'")
public final class ShellCommand implements ToIntFunction<String[]> {
    private static final int INTERNAL_ERROR = 1;

    private final CommandProcessor processor;
    private final BundleContext context;

    @Activate
    public ShellCommand(@Reference CommandProcessor processor, @Reference GogoCommands gogo, BundleContext context) {
        this.processor = processor;
        this.context = context;
    }

    @Override
    public int applyAsInt(String[] arguments) {
        if (arguments.length > 0) {
            System.err.println("'espalier shell' takes no arguments; to run an experiment use: espalier run EXPERIMENT");
            return Script.BAD_INPUT;
        }
        try {
            Optional<Terminal> terminal = terminal();
            return terminal.isPresent() ? interactive(terminal.get()) : new Script(processor, standard(FileDescriptor.out), standard(FileDescriptor.err)).run(System.in);
        } catch (IOException e) {
            System.err.println("The shell failed: " + e.getMessage());
            return INTERNAL_ERROR;
        }
    }

    private static PrintStream standard(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true);
    }

    private int interactive(Terminal terminal) throws IOException {
        try (terminal) {
            return new InteractiveShell(processor, context).run(terminal);
        }
    }

    /** The user's terminal; empty if standard input is none, or one that cannot move its cursor. */
    private static Optional<Terminal> terminal() throws IOException {
        if (System.getenv().getOrDefault("TERM", "").startsWith(Terminal.TYPE_DUMB)) {
            return Optional.empty();
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // JLine looks for its access to the system through it
        thread.setContextClassLoader(TerminalBuilder.class.getClassLoader());
        try {
            return Optional.of(TerminalBuilder.builder().name("espalier").system(true).dumb(false).nativeSignals(true).signalHandler(Terminal.SignalHandler.SIG_IGN).build());
        } catch (IllegalStateException e) {
            // JLine's way to say that there is none
            return Optional.empty();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
