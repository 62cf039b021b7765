package org.espalier.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

class BatchIT {
    @TempDir
    private static Path folder;
    private static Distribution espalier;

    @BeforeAll
    static void install() throws Exception {
        espalier = Distribution.bare(folder);
        TinyPlugin.version(2, espalier.plugins().resolve("tiny.jar"));
    }

    @Test
    void printsEventsAsJsonLines() throws Exception {
        Outcome batch = espalier.run("batch", "tiny/mean", "seeds=2", "--json");
        assertEquals(0, batch.exitCode(), batch::err);
        List<String> kinds = batch.events().stream().map(event -> event.get("event").asText()).distinct().toList();
        JsonNode finished = batch.event("finished");
        assertAll(() -> assertTrue(kinds.containsAll(List.of("started", "trial", "result", "claim", "finished")), kinds::toString),
                () -> assertEquals("completed", finished.get("outcome").asText()),
                () -> assertEquals(0, finished.get("exit-code").asInt()),
                () -> assertTrue(Files.exists(Path.of(finished.get("folder").asText(), "config.yaml"))),
                () -> assertTrue(Files.exists(Path.of(finished.get("folder").asText(), "report.html"))));
    }

    @Test
    void printsASummaryWithoutJson() throws Exception {
        Outcome batch = espalier.run("batch", "tiny/mean");
        assertAll(() -> assertEquals(0, batch.exitCode(), batch::err), () -> assertTrue(batch.out().contains("tiny-version"), batch.out()));
    }

    @Test
    void failsOnAClaimOnlyWhenAsked() throws Exception {
        Outcome asked = espalier.run("batch", "tiny/mean", "seeds=3", "--json", "--fail-on-claim");
        assertAll(() -> assertEquals(6, asked.exitCode(), asked::err),
                () -> assertEquals("does-not-hold", asked.event("claim").get("verdict").get("decision").asText()));
    }

    @Test
    void dryRunStartsNothing() throws Exception {
        Distribution fresh = Distribution.bare(folder.resolve("fresh"));
        TinyPlugin.version(1, fresh.plugins().resolve("tiny.jar"));
        Outcome dry = fresh.run("batch", "tiny/mean", "main.trainer.epochs=7", "--dry-run", "--json");
        assertEquals(0, dry.exitCode(), dry::err);
        JsonNode planned = dry.event("planned");
        JsonNode epochs = setting(planned, "main.trainer.epochs");
        assertAll(() -> assertEquals("7", epochs.get("value").asText()),
                () -> assertTrue(epochs.get("origin").toString().contains("command line"), epochs::toString),
                () -> assertEquals(1, planned.get("forecast").size()),
                () -> assertFalse(Files.exists(fresh.work().resolve("runs")), "a run folder was made"),
                () -> assertFalse(Files.readString(fresh.log()).contains("CpuBackend"), "the device was started"));
    }

    private static JsonNode setting(JsonNode planned, String key) {
        for (JsonNode setting : planned.get("settings")) {
            if (setting.get("key").asText().equals(key)) {
                return setting;
            }
        }
        throw new AssertionError("no setting " + key + " in " + planned);
    }

    @Test
    void runsSeveralExperimentsAfterCheckingAll() throws Exception {
        Outcome batch = espalier.run("batch", "tiny/mean", "tiny/maen", "--json");
        assertAll(() -> assertEquals(2, batch.exitCode()), () -> assertEquals("", batch.out()), () -> assertTrue(batch.err().contains("tiny/mean"), batch.err()));
    }
}
