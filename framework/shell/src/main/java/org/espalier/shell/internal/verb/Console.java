package org.espalier.shell.internal.verb;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.apache.felix.gogo.jline.Shell;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Process;
import org.jline.terminal.Terminal;

/** Where a command's output goes: the terminal, a pipe, or the standard output of a script. */
public final class Console {
    private static final int SCRIPT_WIDTH = 100;

    private final PrintStream out;
    private final PrintStream progress;
    private final Optional<Terminal> terminal;
    private final boolean piped;

    private Console(PrintStream out, PrintStream progress, Optional<Terminal> terminal, boolean piped) {
        this.out = out;
        this.progress = progress;
        this.terminal = terminal;
        this.piped = piped;
    }

    /** That of the command running on this thread. */
    public static Console of(CommandSession session) {
        Process process = Process.Utils.current();
        boolean piped = process != null && !process.isTty(1);
        Optional<Terminal> terminal = Optional.ofNullable(Shell.getTerminal(session)).filter(t -> !piped && !t.getType().startsWith(Terminal.TYPE_DUMB));
        // past Gogo's channel, which an interrupt would close for good
        PrintStream out = terminal.map(t -> new PrintStream(t.output(), true, Optional.ofNullable(t.encoding()).orElse(StandardCharsets.UTF_8)))
                .orElseGet(() -> process == null ? session.getConsole() : process.out());
        return new Console(out, terminal.isPresent() || process == null ? out : process.err(), terminal, piped);
    }

    /** For results. */
    public PrintStream out() {
        return out;
    }

    /** For progress: the terminal, or else the error stream, so that it does not mix with results. */
    public PrintStream progress() {
        return progress;
    }

    /** The terminal, if the output reaches one that can redraw. */
    public Optional<Terminal> terminal() {
        return terminal;
    }

    /** Columns for tables; unbounded for a pipe, whose lines should not be broken. */
    public int width() {
        return piped ? Integer.MAX_VALUE : terminal.map(Terminal::getWidth).filter(w -> w > 0).orElse(Integer.getInteger("espalier.columns", SCRIPT_WIDTH));
    }
}
