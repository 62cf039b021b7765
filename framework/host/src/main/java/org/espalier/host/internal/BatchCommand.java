package org.espalier.host.internal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;

import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code espalier batch}: for scripts, cron and clusters. Reads no standard input; standard output carries results only. */
@Component(service = ToIntFunction.class, property = "espalier.command=batch")
@Capability(namespace = "espalier.command", name = "batch", attribute = "description='Run experiments without a terminal, with exit codes and JSON lines'")
public final class BatchCommand implements ToIntFunction<String[]> {
    private final Engine engine;

    @Activate
    public BatchCommand(@Reference Engine engine) {
        this.engine = engine;
    }

    @Override
    public int applyAsInt(String[] arguments) {
        PrintStream standard = System.out;
        // JSON is UTF-8 whatever the locale
        PrintStream results = new PrintStream(standard, true, StandardCharsets.UTF_8);
        // a library or plugin that prints must not spoil the results
        System.setOut(System.err);
        try {
            return CommandCall.execute(new BatchCall(engine, results), results, arguments);
        } finally {
            System.setOut(standard);
        }
    }
}
