package org.espalier.standard.internal.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.OptionalDouble;

import org.espalier.testkit.fixture.GoldenCases;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** The early-stopping trace of {@code protocol.json}. */
class EarlyStoppingGoldenTest {
    @Test
    void keepsAndStopsAsTheReferenceDoes() throws IOException {
        JsonNode golden = new GoldenCases("gndnets", EarlyStoppingGoldenTest.class).object("protocol.json", "early_stop").get("early_stop");
        EarlyStopping stopping = new EarlyStopping(golden.get("patience").asInt());
        for (JsonNode epoch : golden.get("trace")) {
            boolean keeps = stopping.keeps(new ValidationScore(epoch.get("val_loss").asDouble(), OptionalDouble.of(epoch.get("val_acc").asDouble())));
            assertEquals(epoch.get("save").asBoolean(), keeps, () -> "save in " + epoch);
            assertEquals(epoch.get("stop").asBoolean(), stopping.stops(), () -> "stop in " + epoch);
        }
    }
}
