package org.espalier.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two keys with which a run looks inside. */
class DiagnosticsIT {
    @TempDir
    private static Path folder;
    private static Distribution espalier;

    @BeforeAll
    static void install() throws Exception {
        espalier = Distribution.complete(folder);
    }

    @Test
    void aProfileIsInTheSummaryAndWithTheRun() throws Exception {
        Outcome run = espalier.run("run", "gndnets/karate", "seeds=1", "compute.profile=true");
        assertAll(() -> assertEquals(0, run.exitCode(), run::toString), () -> assertTrue(run.out().contains("of the product rate"), run.out()),
                () -> assertTrue(run.out().contains("optimizer") && run.out().contains("compiling, data, metrics"), run.out()));
        Path report = Path.of(run.out().lines().filter(line -> line.contains("report.html")).findFirst().orElseThrow().replaceFirst("^\\S+\\s+", ""));
        assertTrue(Files.readString(report.resolveSibling("profile.jsonl")).contains("optimizer"));
    }

    @Test
    void theGuardNamesTheOpThatDiverged() throws Exception {
        Outcome run = espalier.run("run", "gndnets/karate", "seeds=1", "main.trainer.learning-rate=1e30", "compute.nan-guard=true");
        assertAll(() -> assertEquals(3, run.exitCode(), run::toString), () -> assertTrue(run.toString().matches("(?s).*Op '.*' of variable '.*' made .*, the first number that is not finite.*"), run::toString));
    }
}
