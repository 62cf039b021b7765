package org.espalier.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A plugin is replaced or removed while a run uses it: that run finishes with what it began with, the next one takes the new. */
class HotUpdateIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLASS = "org.espalier.it.tiny.LookingTrainer";

    @TempDir
    private static Path folder;
    private static Distribution espalier;
    private static ShellProcess shell;
    private static Path one;
    private static Path two;

    private Path gate;
    private Path running;

    @BeforeAll
    static void start() throws Exception {
        espalier = Distribution.bare(folder);
        shell = ShellProcess.of(espalier);
        one = TinyPlugin.version(1, folder.resolve("one.jar"));
        two = TinyPlugin.version(2, folder.resolve("two.jar"));
    }

    @AfterAll
    static void stop() throws Exception {
        try (ShellProcess ending = shell) {
            assertEquals(0, ending.exit(), ending::warnings);
        }
    }

    @BeforeEach
    void runTheFirstVersion() throws Exception {
        gate = Files.createTempDirectory(folder, "gate").resolve("open");
        espalier.drop("tiny.jar", one);
        Await.until("the first version", () -> states().equals("1.0.0 active"));
        long before = runs().count();
        shell.begin("run:start tiny/mean main.trainer.gate=" + gate + " &");
        Await.until("a run that uses it", () -> versions().anyMatch(version -> !version.get("used-by").isEmpty()));
        assertEquals(before + 1, runs().count());
        running = runs().filter(run -> !Files.exists(run.resolve("report.html"))).findFirst().orElseThrow();
    }

    @AfterEach
    void clear() throws IOException {
        Files.write(gate, new byte[0]);
        Files.deleteIfExists(espalier.plugins().resolve("tiny.jar"));
        Await.until("no plugin", () -> states().isEmpty());
    }

    @Test
    void replacingTheFileLeavesARunWithWhatItBeganWith() throws Exception {
        espalier.drop("tiny.jar", two);
        theRunFinishesWithTheFirstVersionAndTheNextTakesTheSecond();
    }

    @Test
    void updatingThroughTheShellLeavesARunWithWhatItBeganWith() throws Exception {
        assertTrue(shell.say("plugin:update " + two, "1.0.0\n").contains(running.getFileName() + " finishes with version 1.0.0"), shell::output);
        theRunFinishesWithTheFirstVersionAndTheNextTakesTheSecond();
    }

    @Test
    void aRemovedPluginIsGoneForNewRunsAndWorksOnForTheOldOne() throws Exception {
        shell.say("plugin:remove it.tiny", "finishes with version 1.0.0");
        Await.until("the plugin to retire", () -> states().equals("1.0.0 retiring"));
        assertTrue(shell.say("plugin:why it.tiny", "has ended").contains("was replaced or removed; it goes when tiny/mean/" + running.getFileName()), shell::output);
        Files.createFile(gate);
        assertEquals(1.0, result(running));
        Await.until("the plugin to go", () -> states().isEmpty());
    }

    private void theRunFinishesWithTheFirstVersionAndTheNextTakesTheSecond() throws Exception {
        Await.until("both versions", () -> states().equals("1.0.0 retiring, 2.0.0 active"));
        assertTrue(shell.say("run:start tiny/mean", "report.html").contains(" 2.0000"), shell::output);
        Files.createFile(gate);
        assertEquals(1.0, result(running));
        assertEquals(sha256(one), hashIn(running));
        Path next = runs().reduce((first, last) -> last).orElseThrow();
        assertEquals(2.0, result(next));
        assertEquals(sha256(two), hashIn(next));
        Await.until("the first version to go", () -> states().equals("2.0.0 active"));
        Await.until("nothing to be left of the first version", HotUpdateIT::oneVersionIsLoaded);
    }

    private static boolean oneVersionIsLoaded() {
        try {
            shell.diagnose("GC.run");
            return shell.diagnose("VM.class_hierarchy", CLASS).lines().filter(line -> line.contains(CLASS + "/")).count() == 1;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<JsonNode> versions() {
        try {
            return StreamSupport.stream(shell.ask("plugin:list --json").spliterator(), false).filter(plugin -> plugin.get("name").asText().equals("it.tiny"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String states() {
        return String.join(", ", versions().map(plugin -> plugin.get("version").asText() + " " + plugin.get("state").asText()).sorted().toList());
    }

    /** Folders of the runs, oldest first. */
    private static Stream<Path> runs() throws IOException {
        Path all = espalier.work().resolve("runs/tiny/mean");
        return Files.isDirectory(all) ? Files.list(all).sorted() : Stream.empty();
    }

    /** The version that a run's metric tells, once the run has ended. */
    private static double result(Path run) throws IOException {
        Await.until("a report of " + run, () -> Files.exists(run.resolve("report.html")));
        return JSON.readTree(run.resolve("results.jsonl").toFile()).get("metrics").get("tiny-version").asDouble();
    }

    private static String hashIn(Path run) throws IOException {
        return StreamSupport.stream(JSON.readTree(run.resolve("provenance.json").toFile()).get("bundles").spliterator(), false)
                .filter(bundle -> bundle.get("name").asText().equals("it.tiny")).map(bundle -> bundle.get("sha256").asText()).reduce((a, b) -> a + " " + b).orElseThrow();
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
