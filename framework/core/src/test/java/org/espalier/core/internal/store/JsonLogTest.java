package org.espalier.core.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.espalier.core.run.EpochRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLogTest {
    @TempDir
    Path folder;

    @Test
    void tornLastLineIsLeftOutAndTheNextWriterStartsAfresh() throws IOException {
        Path file = folder.resolve("metrics.jsonl");
        write(file, 1, 2);
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() - 9));
        assertEquals(List.of(1), epochs(file));
        write(file, 2, 3);
        assertEquals(List.of(1, 2, 3), epochs(file));
    }

    @Test
    void numbersThatAreNotFiniteSurvive() throws IOException {
        Path file = folder.resolve("metrics.jsonl");
        try (JsonLog log = new JsonLog(file)) {
            log.append(new EpochRecord("t", "main", 1, 2, Map.of("loss", Double.NaN), 0.5));
        }
        assertEquals(Double.NaN, JsonLog.read(file, EpochRecord.class).get(0).values().get("loss"));
    }

    private static void write(Path file, int... epochs) throws IOException {
        try (JsonLog log = new JsonLog(file)) {
            for (int epoch : epochs) {
                log.append(new EpochRecord("t", "main", epoch, 9, Map.of("loss", 0.1 * epoch), epoch));
            }
        }
    }

    private static List<Integer> epochs(Path file) throws IOException {
        return JsonLog.read(file, EpochRecord.class).stream().map(EpochRecord::epoch).toList();
    }
}
