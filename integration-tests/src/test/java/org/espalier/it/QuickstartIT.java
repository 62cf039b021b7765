package org.espalier.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer types first. */
class QuickstartIT {
    @TempDir
    private static Path folder;
    private static Distribution espalier;

    @BeforeAll
    static void install() throws Exception {
        espalier = Distribution.complete(folder);
    }

    @Test
    void trainsOnTheKarateClub() throws Exception {
        runsKarate();
    }

    @Test
    void trainsOnANewerJdkToo() throws Exception {
        Optional<Path> newer = newerJdk();
        assumeTrue(newer.isPresent(), "no JDK 25 stands beside the JDK that runs the tests");
        espalier.with("JAVA_HOME", newer.get().toString());
        runsKarate();
    }

    private static void runsKarate() throws Exception {
        Outcome run = espalier.run("run", "gndnets/karate", "seeds=1");
        assertAll(() -> assertEquals(0, run.exitCode(), run::toString),
                () -> assertEquals("", run.err()),
                () -> assertTrue(run.out().contains("accuracy") && run.out().contains("gcn"), run.out()),
                () -> assertTrue(Files.exists(Path.of(run.out().lines().filter(line -> line.contains("report.html")).findFirst().orElseThrow().replaceFirst("^\\S+\\s+", "")))));
    }

    private static Optional<Path> newerJdk() throws IOException {
        try (Stream<Path> siblings = Files.list(Path.of(System.getProperty("java.home")).getParent())) {
            return siblings.filter(QuickstartIT::isJdk25).findFirst();
        }
    }

    private static boolean isJdk25(Path home) {
        Path release = home.resolve("release");
        try {
            return Files.isReadable(release) && Files.readString(release).contains("JAVA_VERSION=\"25");
        } catch (IOException e) {
            return false;
        }
    }
}
