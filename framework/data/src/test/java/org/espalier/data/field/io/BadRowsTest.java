package org.espalier.data.field.io;

import static org.espalier.data.field.io.Reading.schema;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.espalier.api.error.DataException;
import org.espalier.data.field.FieldData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadRowsTest {
    private static final FieldSchema SCHEMA = schema(Column.number("age", 1), Column.value("town", 2, 1));

    @TempDir
    Path folder;
    private Reading reading;

    @BeforeEach
    void start() {
        reading = new Reading(folder);
    }

    @Test
    void namesFileLineAndCountsOfALineWithTheWrongNumberOfCells() {
        assertEquals("rows.csv:3: 2 cells where 3 were expected, divided by ',' (skip-bad=true leaves such lines out and counts them)",
                refused("1,5,a\n\n0,6\n1,7,b,c\n", SCHEMA));
    }

    @Test
    void countsAndSkipsBadLinesIfAskedTo() throws IOException {
        FieldData data = reading.skippingBad().of("1,5,a\n0,6\n1,7,b\nyes,7,b\n1,old,b\n", SCHEMA);
        assertEquals(2, data.rows().size());
        assertEquals(List.of("3 bad lines skipped; the first: rows.csv:2: 2 cells where 3 were expected, divided by ','"), reading.remarks());
    }

    @Test
    void namesRowAndColumnOfWhatIsNoFiniteNumber() {
        for (String text : List.of("old", "NaN", "nan", "inf", "-Infinity", "1e999", "0x10", "1d", "-", "1.2.3")) {
            String message = refused("1,5,a\n0," + text + ",b\n", SCHEMA);
            assertTrue(message.startsWith("rows.csv:2: '" + text + "' in column 'age' is not a finite number"), message);
        }
    }

    @Test
    void takesNanForMissingIfTheSchemaSaysSo() throws IOException {
        FieldSchema schema = schema(new TextFormat(",", 2, false, "", false, false, Set.of("nan"), StandardCharsets.UTF_8), Column.number("age", 1));
        assertEquals(0, Reading.values(reading.of("1,5\n0,nan\n", schema), 1)[0]);
    }

    @Test
    void refusesLabelsThatAreNeitherZeroNorOne() {
        for (String label : List.of("2", "-1", "", "yes", "0.5")) {
            String message = refused("1,5,a\n" + label + ",5,a\n", SCHEMA);
            assertTrue(message.startsWith("rows.csv:2: '" + label + "' in the label's column 'label'; expected was one of 0, 1"), message);
        }
    }

    @Test
    void takesPositiveCountsForClicksIfTheColumnSaysSo() throws IOException {
        FieldSchema schema = new FieldSchema(Reading.commas(2), new LabelColumn("click", 0, Map.of("0", 0), 1), List.of(Column.number("x", 1)));
        assertEquals(1, reading.of("0,1\n3,2\n", schema).rows().label(1));
        assertTrue(refused("0,1\n-3,2\n", schema).startsWith("rows.csv:2: '-3'"));
    }

    @Test
    void refusesUnknownKeys() {
        FieldSchema schema = schema(Column.value("gender", 1, 1).via((text, start, length) -> text[start] == '1' ? new byte[] {'F'} : null));
        assertTrue(refused("1,1\n0,77\n", schema).startsWith("rows.csv:2: '77' is unknown: there is no gender for it"));
    }

    @Test
    void refusesFeaturesWithoutColonOrOutOfRange() {
        FieldSchema schema = schema(Column.feature("f", 1, 10));
        assertTrue(refused("1,3\n", schema).startsWith("rows.csv:1: '3' has no ':'; feature:value was expected"));
        assertTrue(refused("1,10:1\n", schema).startsWith("rows.csv:1: '10' is not the number of a feature, from 0 to 9"));
        assertTrue(refused("1,-1:1\n", schema).startsWith("rows.csv:1: '-1' is not the number of a feature"));
        assertTrue(refused("1,1:x\n", schema).startsWith("rows.csv:1: 'x' in column 'f' is not a finite number"));
    }

    @Test
    void refusesATextWithoutRows() {
        assertEquals("rows.csv: not a single row", refused("\n\n", SCHEMA));
    }

    @Test
    void refusesATruncatedGzipFile() throws IOException {
        byte[] whole = Reading.gzipped("1,5,a\n".repeat(1000));
        String message = assertThrows(DataException.class, () -> reading.of(Arrays.copyOf(whole, whole.length / 2), SCHEMA)).getMessage();
        assertTrue(message.startsWith("rows.csv: truncated, or not a gzip file"), message);
    }

    @Test
    void findsTheFirstBadLineOfManyBlocks() {
        String text = "1,5,a\n".repeat(700_000) + "1,5\n" + "1,5,a\n".repeat(400_000) + "1,5\n";
        assertTrue(refused(text, SCHEMA).startsWith("rows.csv:700001: 2 cells"));
    }

    @Test
    void warnsOfFieldsThatTellNothing() throws IOException {
        FieldSchema schema = schema(Column.value("id", 1, 2), Column.number("never", 2), Column.number("always", 3), Column.value("same", 4, 1), Column.value("fine", 5, 1));
        reading.of("1,a,,3,x,u\n0,b,,3,x,v\n", schema);
        assertEquals(List.of("Field 'id' tells nothing: each of its 2 values is rare", "Field 'never' tells nothing: it is missing in every row",
                "Field 'always' tells nothing: it is 3.0 in every row", "Field 'same' tells nothing: it has the same value in every row"), reading.remarks());
    }

    private String refused(String text, FieldSchema schema) {
        return assertThrows(DataException.class, () -> reading.of(text, schema)).getMessage();
    }
}
