package org.espalier.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartIT {
    @TempDir
    private static Path folder;
    private static Distribution espalier;

    @BeforeAll
    static void install() throws Exception {
        espalier = Distribution.complete(folder);
    }

    @Test
    void resolvesAndStartsAllBundles() throws Exception {
        Outcome help = espalier.run("help");
        assertAll(() -> assertEquals(0, help.exitCode()), () -> assertEquals("", help.err()), () -> assertTrue(help.out().contains("batch"), help.out()));
    }

    @Test
    void tellsItsVersion() throws Exception {
        Outcome version = espalier.run("--version");
        assertAll(() -> assertEquals(0, version.exitCode()), () -> assertTrue(version.out().matches("espalier \\d+\\.\\d+.*\\s*"), version.out()));
    }

    @Test
    void suggestsTheNearestCommand() throws Exception {
        Outcome wrong = espalier.run("bathc");
        assertAll(() -> assertEquals(2, wrong.exitCode()), () -> assertTrue(wrong.err().contains("did you mean 'batch'?"), wrong.err()));
    }

    @Test
    void documentsExitCodes() throws Exception {
        Outcome help = espalier.run("batch", "--help");
        assertAll(() -> assertEquals(0, help.exitCode()), () -> assertTrue(help.out().contains("Exit codes:"), help.out()),
                () -> assertTrue(help.out().contains("3   a trial diverged"), help.out()));
    }

    @Test
    void leavesNothingOfItsFrameworkBehind() throws Exception {
        Distribution.Running running = espalier.start("help");
        espalier.await(running);
        Path cache = folder.resolve("espalier/cache/felix-" + running.process().pid());
        assertTrue(Files.notExists(cache), cache + " still exists");
    }
}
