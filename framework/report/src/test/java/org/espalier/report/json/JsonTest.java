package org.espalier.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.api.extension.ExtensionPoint;
import org.espalier.core.run.EpochRecord;
import org.espalier.core.run.RunEvent;
import org.espalier.core.run.RunOutcome;
import org.junit.jupiter.api.Test;

class JsonTest {
    record Sample(double meanLoss, Double boxed, double[] many, Instant startedAt, Path runFolder, Optional<String> none, Optional<List<Integer>> some, RunOutcome outcome,
            ExtensionPoint point) {
    }

    @Test
    void writesRecordsWithKebabCaseKeysAndPlainValues() {
        Sample sample = new Sample(Double.NaN, 0.5, new double[] {1, Double.NEGATIVE_INFINITY}, Instant.parse("2026-03-01T10:00:00Z"), Path.of("runs", "x"), Optional.empty(),
                Optional.of(List.of(1, 2)), RunOutcome.PLUGIN_FAULT, ExtensionPoint.DATASET);
        assertEquals("{\"mean-loss\":null,\"boxed\":0.5,\"many\":[1.0,null],\"started-at\":\"2026-03-01T10:00:00Z\",\"run-folder\":\"runs/x\",\"none\":null,"
                + "\"some\":[1,2],\"outcome\":\"plugin-fault\",\"point\":\"dataset\"}", Json.line(sample));
    }

    @Test
    void namesTheKindOfEvents() {
        assertEquals("{\"event\":\"epoch-done\",\"run\":\"a/b\",\"epoch\":{\"trial\":\"t\",\"stage\":\"main\",\"epoch\":1,\"epochs\":2,\"values\":{\"train-loss\":null},\"seconds\":0.5}}",
                Json.line(new RunEvent.EpochDone("a/b", new EpochRecord("t", "main", 1, 2, Map.of("train-loss", Double.NaN), 0.5))));
    }

    @Test
    void indentsForPeople() {
        assertEquals("{\n  \"a\" : 1\n}", Json.pretty(Map.of("a", 1)).replace(System.lineSeparator(), "\n"));
    }
}
