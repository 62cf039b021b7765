package org.espalier.shell.internal;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.espalier.shell.internal.verb.Verb;
import org.espalier.shell.internal.verb.VerbSet;

/** The real command interpreter with the commands under test, without a framework and without a terminal. */
public final class GogoSession implements AutoCloseable {
    private final ThreadIOImpl threads = new ThreadIOImpl();
    private final CommandProcessorImpl processor;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final CommandSession session;

    public GogoSession(VerbSet... sets) {
        threads.start();
        processor = new CommandProcessorImpl(threads);
        for (VerbSet set : sets) {
            set.verbs().stream().map(Verb::name).forEach(name -> add(name, set));
        }
        session = processor.createSession(InputStream.nullInputStream(), new PrintStream(output, true, StandardCharsets.UTF_8), new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    public void add(String name, Object target) {
        processor.addCommand(name.substring(0, name.indexOf(':')), target, name.substring(name.indexOf(':') + 1));
    }

    public CommandProcessor processor() {
        return processor;
    }

    public CommandSession session() {
        return session;
    }

    /** What a line prints and returns. */
    public String run(String line) throws Exception {
        output.reset();
        Object result = session.execute(line);
        return output.toString(StandardCharsets.UTF_8) + (result == null ? "" : session.format(result, Converter.INSPECT));
    }

    public String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        session.close();
        threads.stop();
    }
}
