package org.espalier.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A shell that is fed commands one by one through its standard input. */
final class ShellProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Writer commands;
    private final Path out;
    private final Path err;

    private ShellProcess(Process process, Path out, Path err) {
        this.process = process;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        this.out = out;
        this.err = err;
    }

    static ShellProcess of(Distribution distribution) throws IOException {
        Path out = Files.createTempFile(distribution.work(), "out", ".txt");
        Path err = Files.createTempFile(distribution.work(), "err", ".txt");
        return new ShellProcess(distribution.builder("shell").redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
    }

    /** Gives a command that answers with JSON, and waits for the answer. */
    JsonNode ask(String command) throws IOException {
        int begin = send(command);
        Await.until("an answer to " + command, () -> parsed(begin).isPresent());
        return parsed(begin).orElseThrow();
    }

    /** Gives a command whose answer is not waited for. */
    void begin(String command) throws IOException {
        send(command);
    }

    /** Asks the virtual machine, as {@code jcmd} does. */
    String diagnose(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(process.pid())));
        words.addAll(List.of(command));
        Process jcmd = new ProcessBuilder(words).redirectErrorStream(true).start();
        String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return answer;
    }

    /** Gives a command, waits until its output has a word, and returns what it said. */
    String say(String command, String lastWord) throws IOException {
        int begin = send(command);
        Await.until("'" + lastWord + "' from " + command, () -> output().indexOf(lastWord, begin) >= 0);
        return output().substring(begin);
    }

    private int send(String command) throws IOException {
        int begin = output().length();
        commands.write(command + "\n");
        commands.flush();
        return begin;
    }

    private Optional<JsonNode> parsed(int begin) {
        String answer = output().substring(begin);
        try {
            return answer.isBlank() ? Optional.empty() : Optional.of(JSON.readTree(answer));
        } catch (JsonProcessingException incomplete) {
            return Optional.empty();
        }
    }

    /** Everything said so far. */
    String output() {
        return content(out);
    }

    /** Warnings and errors so far. */
    String warnings() {
        return content(err);
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the shell as a user would. @return its exit code */
    int exit() throws IOException, InterruptedException {
        commands.close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("the shell did not end with its input:\n" + output() + warnings());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
