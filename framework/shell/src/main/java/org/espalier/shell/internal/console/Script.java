package org.espalier.shell.internal.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;

import org.apache.felix.gogo.jline.Shell;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.espalier.shell.internal.verb.Refusal;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;

/** Carries out commands line by line: results on standard output, refusals on standard error. Stops at the first command that fails. */
final class Script {
    static final int BAD_INPUT = 2;
    private static final int INTERNAL_ERROR = 1;
    private static final String SCOPES = "espalier:gogo:felix";

    private final CommandProcessor processor;
    private final PrintStream out;
    private final PrintStream err;

    /** @param out the real standard output: {@code System.out} leads back to the command that prints, while a session is open; so for {@code err} */
    Script(CommandProcessor processor, PrintStream out, PrintStream err) {
        this.processor = processor;
        this.out = out;
        this.err = err;
    }

    /** @return 0, or 2 if a command was given something it cannot use */
    int run(InputStream commands) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(commands, Charset.defaultCharset()));
        try (CommandSession session = processor.createSession(InputStream.nullInputStream(), out, err);
                Terminal dumb = new DumbTerminal(InputStream.nullInputStream(), out)) {
            // Gogo's own commands insist on a terminal
            session.put(Shell.VAR_TERMINAL, dumb);
            session.put(Shell.VAR_SCOPE, SCOPES);
            int exitCode = 0;
            for (String line = lines.readLine(); line != null && exitCode == 0 && !line.strip().equals("exit"); line = lines.readLine()) {
                exitCode = execute(session, line);
            }
            return exitCode;
        }
    }

    private int execute(CommandSession session, String line) {
        try {
            Object result = session.execute(line);
            if (result != null) {
                out.println(session.format(result, Converter.INSPECT));
            }
            return 0;
        } catch (Refusal e) {
            err.println(e.getMessage());
            return BAD_INPUT;
        } catch (Exception e) {
            err.println("'" + line.strip() + "' failed: " + (e.getCause() == null ? e : e.getCause()));
            return e instanceof IllegalArgumentException ? BAD_INPUT : INTERNAL_ERROR;
        }
    }
}
