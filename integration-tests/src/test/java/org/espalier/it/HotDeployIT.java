package org.espalier.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

/** Plugins come, change and go while a shell runs. */
class HotDeployIT {
    @TempDir
    private static Path folder;
    private static Distribution espalier;
    private static ShellProcess shell;

    @BeforeAll
    static void start() throws Exception {
        espalier = Distribution.bare(folder);
        shell = ShellProcess.of(espalier);
    }

    @AfterAll
    static void stop() throws Exception {
        try (ShellProcess ending = shell) {
            assertEquals(0, ending.exit(), ending::warnings);
        }
    }

    @AfterEach
    void clear() throws IOException {
        for (String jar : new String[] {"tiny.jar", "other.jar", "broken.jar"}) {
            Files.deleteIfExists(espalier.plugins().resolve(jar));
        }
        awaitExtension(false);
    }

    @Test
    void pluginsComeChangeAndGo() throws Exception {
        drop("tiny.jar", TinyPlugin.version(1, folder.resolve("1.jar")));
        awaitPlugin("it.tiny", "active", "1.0.0");
        assertTrue(shell.say("run:start tiny/mean", "report.html").contains(" 1.0000"), shell::output);

        drop("tiny.jar", TinyPlugin.version(2, folder.resolve("2.jar")));
        awaitPlugin("it.tiny", "active", "2.0.0");
        assertTrue(shell.say("run:start tiny/mean", "report.html").contains(" 2.0000"), shell::output);

        Files.delete(espalier.plugins().resolve("tiny.jar"));
        awaitExtension(false);
    }

    @Test
    void whatAModelShowsIsKeptAndDrawn() throws Exception {
        drop("tiny.jar", TinyPlugin.version(1, folder.resolve("1.jar")));
        awaitPlugin("it.tiny", "active", "1.0.0");
        assertTrue(shell.say("run:start tiny/mean main.model.shows=true", "report.html").contains("shown-mean"), shell::output);
        assertTrue(shell.say("run:plot last means", " to ").contains("Means of the numbers"), shell::output);
        assertTrue(shell.say("run:compare last last", "last bit").contains("Of 2 results in common, 2 are equal"), shell::output);
        try (Stream<Path> files = Files.walk(espalier.work().resolve("runs"))) {
            List<Path> kept = files.toList();
            assertTrue(kept.stream().anyMatch(file -> file.endsWith("main/figures/means.csv")), kept::toString);
            Path report = kept.stream().filter(file -> file.endsWith("report.html")).max(Comparator.naturalOrder()).orElseThrow();
            Await.until("the figure in " + report, () -> content(report).contains("Means of the numbers"));
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aBrokenJarIsNamedNowAndLater() throws Exception {
        drop("broken.jar", Files.writeString(folder.resolve("garbage"), "this is no jar"));
        awaitPlugin("broken.jar", "broken", "");
        Await.until("a warning", () -> shell.warnings().contains("'broken.jar' cannot be read as a jar"));
        assertFalse(shell.warnings().contains("\tat "), shell::warnings);
        assertTrue(shell.say("plugin:why broken.jar", ".").contains("cannot be read as a jar"), shell::output);
    }

    @Test
    void aGoodJarThatIsSpoiltIsNamedToo() throws Exception {
        drop("tiny.jar", TinyPlugin.version(1, folder.resolve("1.jar")));
        awaitPlugin("it.tiny", "active", "1.0.0");
        drop("tiny.jar", Files.writeString(folder.resolve("garbage"), "this is no jar"));
        awaitPlugin("tiny.jar", "broken", "");
        Await.until("a warning", () -> shell.warnings().contains("'tiny.jar' cannot be read as a jar"));
    }

    @Test
    void aJarThatDoesNotResolveTellsWhatItMisses() throws Exception {
        drop("other.jar", TinyPlugin.unresolvable(folder.resolve("unresolvable.jar")));
        JsonNode plugin = awaitPlugin("it.unresolvable", "unresolved", "1.0.0");
        assertTrue(plugin.get("problem").asText().contains("it.nowhere"), plugin::toString);
        Await.until("a warning", () -> shell.warnings().contains("it.nowhere"));
    }

    @Test
    void twoPluginsThatClaimOneIdAreBothNamed() throws Exception {
        drop("tiny.jar", TinyPlugin.version(1, folder.resolve("1.jar")));
        drop("other.jar", TinyPlugin.twin(folder.resolve("twin.jar")));
        awaitPlugin("it.twin", "active", "1.0.0");
        Outcome batch = espalier.run("batch", "tiny/mean");
        assertAll(() -> assertEquals(2, batch.exitCode(), batch::toString),
                () -> assertTrue(batch.err().contains("it.tiny") && batch.err().contains("it.twin"), batch.err()),
                () -> assertFalse(batch.err().contains("\tat "), batch.err()));
    }

    private static void drop(String name, Path jar) throws IOException {
        espalier.drop(name, jar);
    }

    private static JsonNode awaitPlugin(String name, String state, String version) throws IOException {
        Await.until(name + " " + version + " " + state, () -> plugin(name)
                .filter(p -> p.get("state").asText().equals(state) && p.get("version").asText().equals(version)).isPresent());
        return plugin(name).orElseThrow();
    }

    private static Optional<JsonNode> plugin(String name) {
        return find("plugin:list --json", "name", name);
    }

    private static void awaitExtension(boolean present) {
        Await.until("tiny.mean to be " + (present ? "there" : "gone"), () -> find("ext:list --json", "id", "tiny.mean").isPresent() == present);
    }

    private static Optional<JsonNode> find(String command, String field, String value) {
        try {
            for (JsonNode entry : shell.ask(command)) {
                if (entry.get(field).asText().equals(value)) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
