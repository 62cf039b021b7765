package org.espalier.data.field.io;

import static org.espalier.data.field.io.Reading.schema;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.espalier.api.error.DataException;
import org.espalier.data.field.FieldData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRowsTest {
    private static final FieldSchema SCHEMA = schema(Column.value("id", 1, 2));
    private static final String TEXT = "1,a\n0,b\n";

    @TempDir
    Path folder;

    @Test
    void areFoundAgainWithTheirRemarks() throws IOException {
        FieldData first = new Reading(folder).of(TEXT, SCHEMA);
        Path kept = kept().get(0);
        Object made = Files.getLastModifiedTime(kept);
        Reading again = new Reading(folder);
        FieldData second = again.of(TEXT, SCHEMA);
        assertEquals(first.rows(), second.rows());
        assertEquals(List.of("Field 'id' tells nothing: each of its 2 values is rare"), again.remarks());
        assertEquals(List.of(kept), kept());
        assertEquals(made, Files.getLastModifiedTime(kept));
    }

    @Test
    void areMadeAnewForOtherTextSchemaOrCounting() throws IOException {
        FieldData first = new Reading(folder).of(TEXT, SCHEMA);
        assertNotEquals(first.rows(), new Reading(folder).of(TEXT + "1,a\n", SCHEMA).rows());
        assertNotEquals(first.rows(), new Reading(folder).of(TEXT, schema(Column.value("id", 1, 1))).rows());
        new Reading(folder).counting(CountOn.TRAIN).of(TEXT, SCHEMA);
        new Reading(folder).divided(RowDivision.everyTenth()).of(TEXT, SCHEMA);
        assertEquals(5, kept().size());
    }

    @Test
    void areMadeAnewIfTheFileWasCutOff() throws IOException {
        FieldData first = new Reading(folder).of(TEXT, SCHEMA);
        Path file = kept().get(0);
        byte[] whole = Files.readAllBytes(file);
        Files.delete(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertEquals(first.rows(), new Reading(folder).of(TEXT, SCHEMA).rows());
        assertEquals(whole.length, Files.size(file));
    }

    @Test
    void leaveNothingBehindWhenReadingFails() throws IOException {
        assertThrows(DataException.class, () -> new Reading(folder).of("1,a,b\n", SCHEMA));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("rows.csv")), files.toList());
        }
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("rows-")).toList();
        }
    }
}
