package org.espalier.shell.internal.console;

import java.io.IOException;
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
            return System.console() == null ? new Script(processor).run(System.in) : interactive();
        } catch (IOException e) {
            System.err.println("The shell cannot use this terminal: " + e.getMessage());
            return INTERNAL_ERROR;
        }
    }

    private int interactive() throws IOException {
        try (Terminal terminal = terminal()) {
            return new InteractiveShell(processor, context).run(terminal);
        }
    }

    /** JLine looks for its access to the system through the thread's class loader. */
    private static Terminal terminal() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(TerminalBuilder.class.getClassLoader());
        try {
            return TerminalBuilder.builder().name("espalier").system(true).dumb(true).nativeSignals(true).signalHandler(Terminal.SignalHandler.SIG_IGN).build();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
