package org.espalier.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stopped by a signal, killed, resumed. */
class InterruptIT {
    private static final int EPOCHS = 40;

    @TempDir
    private Path folder;
    private Distribution espalier;

    @BeforeEach
    void install() throws Exception {
        espalier = Distribution.bare(folder);
        TinyPlugin.version(1, espalier.plugins().resolve("tiny.jar"));
    }

    @Test
    void savesAndStopsWhenTerminated() throws Exception {
        Distribution.Running running = startedRun();
        running.process().destroy();
        Outcome batch = espalier.await(running);
        assertEquals(4, batch.exitCode(), batch::toString);
        assertEquals("interrupted", batch.event("finished").get("outcome").asText());

        Outcome resumed = espalier.run("batch", "--resume", "last", "--json");
        assertEquals(0, resumed.exitCode(), resumed::toString);
        assertEquals(epochs(), epochs().stream().distinct().toList(), "no epoch is done twice");
        assertEquals(EPOCHS, epochs().size());
    }

    @Test
    void goesOnAfterBeingKilled() throws Exception {
        Distribution.Running running = startedRun();
        running.process().destroyForcibly();
        espalier.await(running);

        Outcome resumed = espalier.run("batch", "--resume", "last", "--json");
        assertEquals(0, resumed.exitCode(), resumed::toString);
        assertTrue(epochs().contains(String.valueOf(EPOCHS)), () -> epochs().toString());
    }

    private Distribution.Running startedRun() throws IOException {
        Distribution.Running running = espalier.start("batch", "tiny/mean", "main.trainer.epochs=" + EPOCHS, "main.trainer.pause=100", "--json");
        Await.until("the second epoch", () -> epochs().size() >= 2);
        return running;
    }

    private List<String> epochs() {
        try (Stream<Path> files = Files.walk(espalier.work())) {
            return files.filter(file -> file.endsWith("metrics.jsonl")).flatMap(InterruptIT::lines).map(Outcome::parsed).map(line -> line.get("epoch").asText()).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Complete lines only: the last one may be under way. */
    private static Stream<String> lines(Path file) {
        try {
            String text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
