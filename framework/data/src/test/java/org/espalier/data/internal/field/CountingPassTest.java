package org.espalier.data.internal.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.espalier.data.field.io.Column;
import org.espalier.data.field.io.FieldSchema;
import org.espalier.data.field.io.LabelColumn;
import org.espalier.data.field.io.TextFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountingPassTest {
    private static final int ROWS = 60_000;
    private static final TextFormat COMMAS = new TextFormat(",", 3, false, "", false, false, Set.of(), StandardCharsets.UTF_8);
    private static final FieldSchema SCHEMA = new FieldSchema(COMMAS, LabelColumn.binary("label", 0), List.of(Column.value("many", 1, 3), Column.number("number", 2)));

    @TempDir
    Path folder;
    private BlockWorkers workers;

    @BeforeEach
    void write() throws IOException {
        List<String> lines = IntStream.range(0, ROWS).mapToObj(row -> row % 2 + ",value-" + (row < 45_000 ? row % 15_000 : row) + "," + row).toList();
        workers = new BlockWorkers(List.of(Files.write(folder.resolve("rows"), lines)), 3, new PassProgress(1, (doing, share) -> { }, System::nanoTime));
    }

    @Test
    void findsTheSameWithLittleMemoryAndMuch() throws IOException {
        Survey much = new CountingPass(SCHEMA, workers, false, Long.MAX_VALUE, Long.MAX_VALUE).run(null, null);
        Survey little = new CountingPass(SCHEMA, workers, false, 100_000, Long.MAX_VALUE).run(null, null);
        for (Survey survey : List.of(much, little)) {
            assertEquals(15_000, survey.counts()[0].kept().size());
            assertEquals(30_000, survey.counts()[0].distinct());
            assertEquals(ROWS, survey.counts()[0].present());
            assertEquals(ROWS - 1, survey.numbers()[1].greatest());
            assertEquals(ROWS, survey.rows().rows());
        }
        assertEquals(texts(much), texts(little));
    }

    @Test
    void goesThroughManyBlocksInTheirOrder() throws IOException {
        Survey survey = new CountingPass(SCHEMA, workers, false).run(null, null);
        assertTrue(survey.rows().starts().length > 3, survey.rows().starts().length + " blocks");
        for (int row = 0; row < ROWS; row++) {
            assertEquals(row % 2, survey.rows().labels()[row]);
        }
    }

    @Test
    void endsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> new CountingPass(SCHEMA, workers, false).run(null, null));
        assertTrue(Thread.interrupted());
    }

    private static Set<String> texts(Survey survey) {
        return survey.counts()[0].kept().stream().map(kept -> new String(kept.text(), StandardCharsets.UTF_8)).collect(Collectors.toSet());
    }
}
