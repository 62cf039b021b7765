package org.espalier.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plugins and disks that fail. */
class FaultIT {
    @TempDir
    private static Path folder;
    private static Distribution espalier;

    @BeforeAll
    static void install() throws Exception {
        espalier = Distribution.bare(folder);
        TinyPlugin.version(1, espalier.plugins().resolve("tiny.jar"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"constructor", "training"})
    void namesThePluginThatThrows(String where) throws Exception {
        Outcome batch = espalier.run("batch", "tiny/mean", "main.model.failure=" + where, "--json");
        assertAll(() -> assertEquals(5, batch.exitCode(), batch::toString),
                () -> assertEquals("plugin fault", batch.event("finished").get("outcome").asText()),
                () -> assertTrue(batch.event("result").get("result").get("message").asText().contains("it.tiny"), batch.out()),
                () -> assertFalse(batch.err().contains("\tat "), batch.err()),
                () -> assertTrue(Files.readString(espalier.log()).contains("fails on request")));
    }

    @Test
    void advisesWhenAModelYieldsNoNumbers() throws Exception {
        Outcome batch = espalier.run("batch", "tiny/mean", "main.model.failure=nan", "--json");
        assertAll(() -> assertEquals(3, batch.exitCode(), batch::toString),
                () -> assertTrue(batch.event("result").get("result").get("message").asText().contains("Try: "), batch.out()));
    }

    @Test
    void saysThatTheDiskIsFull() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(succeeds("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()), "making a small disk needs the right to mount");
        try {
            Outcome batch = espalier.run("batch", "tiny/mean", "main.trainer.epochs=5000", "runs.root=" + disk.resolve("runs"));
            assertAll(() -> assertEquals(2, batch.exitCode(), batch::toString),
                    () -> assertTrue(batch.err().contains("No space left"), batch.err()),
                    () -> assertFalse(batch.err().contains("\tat "), batch.err()));
        } finally {
            succeeds("umount", disk.toString());
        }
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    }
}
