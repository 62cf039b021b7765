package org.espalier.shell.internal.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.apache.felix.gogo.jline.Shell;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.osgi.framework.BundleContext;

/** Gogo's JLine shell with our profile, prompt, history and greeting. */
final class InteractiveShell {
    /** Session variable that holds the shell. */
    static final String SELF = ".espalier.shell";
    private static final String PROFILE = "shell_profile";
    /** Brackets escaped: Gogo expands the prompt. */
    private static final String PROMPT = "\u001B\\[32mespalier\u001B\\[39m> ";
    private static final String GREETING = """
            Espalier: a framework for machine-learning experiments. Try
              exp:list                   what can be run
              run:start gndnets/karate   train graph networks on a small graph
              help                       all commands; the tab key completes
            """;

    private final CommandProcessor processor;
    private final BundleContext context;

    InteractiveShell(CommandProcessor processor, BundleContext context) {
        this.processor = processor;
        this.context = context;
    }

    /** Returns when the user leaves. */
    int run(Terminal terminal) throws IOException {
        Path home = installProfile();
        try (CommandSession session = processor.createSession(terminal.input(), terminal.output(), terminal.output())) {
            session.put(Shell.VAR_TERMINAL, terminal);
            session.put(Shell.VAR_PROMPT, PROMPT);
            session.put(LineReader.HISTORY_FILE, history());
            terminal.writer().println(GREETING);
            terminal.flush();
            Shell shell = new Shell(new ShellContext(home, context), processor, PROFILE);
            session.put(SELF, shell);
            shell.gosh(session, new String[] {"--login", "--noshutdown", "--nohistory"});
            return 0;
        } catch (Exception e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Gogo reads profiles from {@code etc} below a folder. */
    private Path installProfile() throws IOException {
        Path home = context.getDataFile("shell").toPath();
        Path target = home.resolve("etc").resolve(PROFILE);
        Files.createDirectories(target.getParent());
        try (InputStream profile = InteractiveShell.class.getResourceAsStream(PROFILE)) {
            Files.copy(profile, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return home;
    }

    private static Path history() throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("user.home"), ".espalier")).resolve("history");
    }

    /** What Gogo's shell wants to know of its surroundings. */
    private record ShellContext(Path home, BundleContext bundles) implements Shell.Context {
        @Override
        public String getProperty(String name) {
            return name.equals("gosh.home") ? home.toString() : bundles.getProperty(name);
        }

        @Override
        public void exit() {
            // the launcher stops the framework when the shell returns
        }
    }
}
