package org.espalier.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An installation of its own in a temporary folder: the assembled program by links, with its own plugins, settings, log and runs.
 * The folder {@code work} is the current directory of its processes.
 */
final class Distribution {
    private static final Path ASSEMBLED = Path.of(System.getProperty("distribution")).toAbsolutePath().normalize();
    private static final long PATIENCE_SECONDS = 120;

    private final Path home;
    private final Map<String, String> environment = new HashMap<>();

    private Distribution(Path home) {
        this.home = home;
    }

    /** Without any plugins. */
    static Distribution bare(Path folder) throws IOException {
        Path home = Files.createDirectories(folder.resolve("espalier"));
        Files.createDirectories(ASSEMBLED.resolve("cache"));
        for (String shared : List.of("lib", "bundles", "cache")) {
            Files.createSymbolicLink(home.resolve(shared), ASSEMBLED.resolve(shared));
        }
        copy(ASSEMBLED.resolve("bin"), home.resolve("bin"));
        copy(ASSEMBLED.resolve("conf"), home.resolve("conf"));
        Files.createDirectories(home.resolve("plugins"));
        Files.createDirectories(home.resolve("work"));
        return new Distribution(home);
    }

    /** With the plugins that are shipped. */
    static Distribution complete(Path folder) throws IOException {
        Distribution distribution = bare(folder);
        copy(ASSEMBLED.resolve("plugins"), distribution.plugins());
        return distribution;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** This installation with an environment variable for all processes started from now on. */
    Distribution with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Path plugins() {
        return home.resolve("plugins");
    }

    /** Puts a jar into the plugin folder as a careful user does: the watcher never sees half a file. */
    void drop(String name, Path jar) throws IOException {
        Path part = plugins().resolve(name + ".part");
        Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, plugins().resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    Path work() {
        return home.resolve("work");
    }

    Path log() {
        return home.resolve("log/espalier.log");
    }

    /** Starts a process without standard input and waits for its end. */
    Outcome run(String... arguments) throws IOException, InterruptedException {
        return await(start(arguments));
    }

    /** Starts a process; its output goes to files until {@link #await}. */
    Running start(String... arguments) throws IOException {
        Path out = Files.createTempFile(home, "out", "");
        Path err = Files.createTempFile(home, "err", "");
        return new Running(builder(arguments).redirectInput(Path.of("/dev/null").toFile()).redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
    }

    ProcessBuilder builder(String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(home.resolve("bin/espalier").toString()), Arrays.stream(arguments)).toList());
        builder.environment().keySet().removeIf(name -> name.startsWith("ESPALIER_") || name.equals("JAVA_OPTS"));
        builder.environment().putAll(environment);
        return builder.directory(work().toFile());
    }

    Outcome await(Running running) throws IOException, InterruptedException {
        if (!running.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            running.process().destroyForcibly().waitFor();
            throw new AssertionError("no end after " + PATIENCE_SECONDS + " s\n" + Files.readString(running.out()) + Files.readString(running.err()));
        }
        return new Outcome(running.process().exitValue(), Files.readString(running.out()), Files.readString(running.err()));
    }

    /**
     * A started process.
     *
     * @param process the process
     * @param out     where its standard output goes
     * @param err     where its standard error goes
     */
    record Running(Process process, Path out, Path err) {
    }
}
