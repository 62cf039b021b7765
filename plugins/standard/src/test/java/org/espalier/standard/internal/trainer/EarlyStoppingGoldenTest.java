package org.espalier.standard.internal.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The early-stopping trace of {@code protocol.json}. */
class EarlyStoppingGoldenTest {
    private static final String FILE = "protocol.json";

    private static JsonNode golden() throws IOException {
        String folder = System.getProperty("golden.dir", "");
        try (InputStream in = folder.isEmpty() ? EarlyStoppingGoldenTest.class.getResourceAsStream("/golden/" + FILE) : Files.newInputStream(Path.of(folder, FILE))) {
            return new ObjectMapper().readTree(in);
        }
    }

    @Test
    void keepsAndStopsAsTheReferenceDoes() throws IOException {
        JsonNode golden = golden().get("early_stop");
        EarlyStopping stopping = new EarlyStopping(golden.get("patience").asInt());
        for (JsonNode epoch : golden.get("trace")) {
            boolean keeps = stopping.keeps(new ValidationScore(epoch.get("val_loss").asDouble(), OptionalDouble.of(epoch.get("val_acc").asDouble())));
            assertEquals(epoch.get("save").asBoolean(), keeps, () -> "save in " + epoch);
            assertEquals(epoch.get("stop").asBoolean(), stopping.stops(), () -> "stop in " + epoch);
        }
    }
}
