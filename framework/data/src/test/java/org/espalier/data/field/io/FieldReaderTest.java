package org.espalier.data.field.io;

import static org.espalier.data.field.io.Reading.indexes;
import static org.espalier.data.field.io.Reading.schema;
import static org.espalier.data.field.io.Reading.values;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.espalier.api.dataset.Part;
import org.espalier.data.Split;
import org.espalier.data.field.Field;
import org.espalier.data.field.FieldData;
import org.espalier.data.field.FieldKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldReaderTest {
    @TempDir
    Path folder;
    private Reading reading;

    @BeforeEach
    void start() {
        reading = new Reading(folder);
    }

    @Test
    void givesFrequentValuesFeaturesInTheirOrderAndRareOnesTheFirst() throws IOException {
        FieldData data = reading.of("1,b\n0,a\n0,b\n1,c\n0,a\n", schema(Column.value("letter", 1, 2)));
        assertEquals(List.of(new Field("letter", FieldKind.CATEGORICAL, 0, 3, 1)), data.fields());
        assertEquals(List.of(2, 1, 2, 0, 1), IntStream.range(0, 5).mapToObj(row -> indexes(data, row)[0]).toList());
        assertEquals(List.of(Optional.empty(), Optional.of("a"), Optional.of("b")), IntStream.range(0, 3).mapToObj(data.rows()::featureName).toList());
    }

    @Test
    void givesMissingCellsTheFirstFeatureAndTheValueZero() throws IOException {
        FieldData data = reading.of("1,7,a\n0,?,?\n0,,\n", schema(Column.number("number", 1), Column.value("letter", 2, 1)));
        for (int row : new int[] {1, 2}) {
            assertArrayEquals(new int[] {0, 1}, indexes(data, row));
            assertArrayEquals(new float[] {0, 0}, values(data, row));
        }
        assertArrayEquals(new float[] {7, 1}, values(data, 0));
    }

    @Test
    void squaresTheLogarithmOfNumbersAboveTwoAndKeepsTheOthers() throws IOException {
        FieldData data = reading.of("1,2\n0,3\n0,1382\n1,65535\n0,-3\n0,2.5\n", schema(Column.number("x", 1).logSquared()));
        assertEquals(List.of(2f, 1f, 52f, 122f, -3f, 0f), IntStream.range(0, 6).mapToObj(row -> values(data, row)[0]).toList());
    }

    @Test
    void dividesByTheLargestNumberOfTheTrainingPart() throws IOException {
        RowDivision firstTwoTrain = new RowDivision("two", (labels, files) -> new Split(new int[] {0, 1}, new int[] {2}, new int[0]));
        FieldData data = reading.divided(firstTwoTrain).of("1,2\n0,-4\n0,8\n", schema(Column.number("x", 1).scaled(Scaling.TRAINING_MAXIMUM)));
        assertEquals(List.of(0.5f, -1f, 2f), IntStream.range(0, 3).mapToObj(row -> values(data, row)[0]).toList());
    }

    @Test
    void bringsNumbersToTheUnitRange() throws IOException {
        FieldData data = reading.of("1,956703932\n0,956703933\n0,956703936\n", schema(Column.number("time", 1).scaled(Scaling.UNIT_RANGE)));
        assertEquals(List.of(0f, 0.25f, 1f), IntStream.range(0, 3).mapToObj(row -> values(data, row)[0]).toList());
    }

    @Test
    void padsSetsToTheLargestOfAnyRow() throws IOException {
        FieldData data = reading.of("1,a|b|c\n0,b\n0,\n", schema(Column.values("letters", 1, 1, "|").withoutRare()));
        assertEquals(new Field("letters", FieldKind.MULTI_VALUED, 0, 3, 3), data.fields().get(0));
        assertArrayEquals(new int[] {0, 1, 2}, indexes(data, 0));
        assertArrayEquals(new float[] {1, 0, 0}, values(data, 1));
        assertEquals(1, indexes(data, 1)[0]);
        assertArrayEquals(new float[] {0, 0, 0}, values(data, 2));
    }

    @Test
    void looksCellsUp() throws IOException {
        Map<String, String> colours = Map.of("1", "red", "2", "blue", "3", "");
        Lookup lookup = (text, start, length) -> Optional.ofNullable(colours.get(new String(text, start, length, StandardCharsets.UTF_8))).map(String::getBytes).orElse(null);
        FieldData data = reading.of("1,1\n0,2\n0,3\n1,1\n", schema(Column.value("colour", 1, 1).via(lookup)));
        assertEquals(List.of(2, 1, 0, 2), IntStream.range(0, 4).mapToObj(row -> indexes(data, row)[0]).toList());
        assertEquals(Optional.of("red"), data.rows().featureName(2));
        assertEquals(0, values(data, 2)[0]);
    }

    @Test
    void countsOnTrainingRowsOnlyIfAskedTo() throws IOException {
        RowDivision firstTwoTrain = new RowDivision("two", (labels, files) -> new Split(new int[] {0, 1}, new int[] {2}, new int[] {3}));
        FieldData data = reading.divided(firstTwoTrain).counting(CountOn.TRAIN).of("1,a\n0,a\n0,b\n0,b\n", schema(Column.value("letter", 1, 2)));
        assertEquals(2, data.features());
        assertEquals(List.of(1, 1, 0, 0), IntStream.range(0, 4).mapToObj(row -> indexes(data, row)[0]).toList());
    }

    @Test
    void readsFeaturesNumberedInTheFile() throws IOException {
        TextFormat blanks = new TextFormat(" ", 3, false, "", true, false, Set.of(), StandardCharsets.UTF_8);
        FieldSchema libfm = new FieldSchema(blanks, new LabelColumn("label", 0, Map.of("1", 1, "-1", 0), LabelColumn.REFUSED), List.of(Column.feature("f0", 1, 100), Column.feature("f1", 2, 100)));
        FieldData data = reading.of("1 3:1 7:0.5 \n-1 2:1 9:1\n", libfm);
        assertArrayEquals(new int[] {3, 7}, indexes(data, 0));
        assertArrayEquals(new float[] {1, 0.5f}, values(data, 0));
        assertEquals(List.of(new Field("f0", FieldKind.CATEGORICAL, 2, 2, 1), new Field("f1", FieldKind.CATEGORICAL, 7, 3, 1)), data.fields());
        assertEquals(10, data.features());
        assertEquals(0, data.rows().label(1));
    }

    @Test
    void acceptsByteOrderMarkCarriageReturnsBlankLinesCommentsAndGzip() throws IOException {
        FieldSchema schema = schema(new TextFormat(",", 2, true, "|", true, false, Set.of(), StandardCharsets.UTF_8), Column.value("letter", 1, 1));
        String text = "\ufefflabel,letter\r\n|1x3 Cross validator\r\n1, a \r\n\r\n0, b\r\n\r\n";
        FieldData plain = reading.of(text, schema);
        FieldData gzipped = reading.of(Reading.gzipped(text), schema);
        for (FieldData data : List.of(plain, gzipped)) {
            assertEquals(2, data.rows().size());
            assertArrayEquals(new int[] {1}, indexes(data, 0));
            assertEquals(Optional.of("b"), data.rows().featureName(2));
        }
    }

    @Test
    void readsQuotedCells() throws IOException {
        FieldSchema schema = schema(new TextFormat(",", 2, false, "", false, true, Set.of(), StandardCharsets.UTF_8), Column.value("text", 1, 1));
        FieldData data = reading.of("1,\"a,b\"\n0,\"say \"\"no\"\"\"\n0,c\n", schema);
        assertEquals(Set.of("a,b", "say \"no\"", "c"), IntStream.range(1, 4).mapToObj(f -> data.rows().featureName(f).orElseThrow()).collect(Collectors.toSet()));
    }

    @Test
    void readsOneFileAfterAnother() throws IOException {
        Path train = Files.writeString(folder.resolve("train"), "1,a\n0,b");
        Path validation = Files.writeString(folder.resolve("validation"), "1,b\n");
        Path test = Files.writeString(folder.resolve("test"), "0,a\n0,a\n0,b\n");
        FieldData data = reading.divided(RowDivision.byFile()).of(List.of(train, validation, test), schema(Column.value("letter", 1, 1)));
        assertEquals(List.of(2, 1, 3), List.of(data.size(Part.TRAIN), data.size(Part.VALIDATION), data.size(Part.TEST)));
        int[] index = new int[2];
        float[] labels = new float[2];
        data.read(Part.TEST, new int[] {2, 0}, index, new float[2]);
        data.labels(Part.TRAIN, new int[] {1, 0}, labels);
        assertArrayEquals(new int[] {2, 1}, index);
        assertArrayEquals(new float[] {0, 1}, labels);
    }

    @Test
    void leavesOutRowsWhoseLabelSaysSo() throws IOException {
        FieldSchema schema = new FieldSchema(Reading.commas(2), new LabelColumn("rating", 0, Map.of("3", LabelColumn.DROPPED, "5", 1, "1", 0), LabelColumn.REFUSED), List.of(Column.value("letter", 1, 1)));
        FieldData data = reading.of("3,a\n5,b\n3,a\n1,b\n", schema);
        assertEquals(2, data.rows().size());
        assertEquals(2, data.features());
    }

    @Test
    void readsManyBlocksAsOneText() throws IOException {
        int rows = 300_000;
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            text.append(row % 2).append(',').append(row).append(",value-").append(row % 5000).append('\n');
        }
        FieldData data = reading.of(text.toString(), schema(Column.number("row", 1), Column.value("value", 2, 60)));
        assertEquals(rows, data.rows().size());
        assertEquals(1 + 1 + 5000, data.features());
        for (int row = 0; row < rows; row += 9973) {
            assertEquals(row, values(data, row)[0]);
            assertEquals("value-" + row % 5000, data.rows().featureName(indexes(data, row)[1]).orElseThrow());
            assertEquals(row % 2, data.rows().label(row));
        }
    }

    @Test
    void storesCodesOfAnyWidth() throws IOException {
        int values = 70_000;
        String text = IntStream.range(0, values).mapToObj(i -> "1," + i % 200 + "," + i % 300 + "," + i + "\n").collect(Collectors.joining());
        FieldData data = reading.of(text, schema(Column.value("a", 1, 1), Column.value("b", 2, 1), Column.value("c", 3, 1)));
        for (int row = 0; row < values; row += 997) {
            int[] index = indexes(data, row);
            assertEquals(row % 200 + "", data.rows().featureName(index[0]).orElseThrow());
            assertEquals(row % 300 + "", data.rows().featureName(index[1]).orElseThrow());
            assertEquals(row + "", data.rows().featureName(index[2]).orElseThrow());
        }
    }
}
