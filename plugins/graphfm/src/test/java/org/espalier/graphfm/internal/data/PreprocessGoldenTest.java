package org.espalier.graphfm.internal.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.espalier.data.Split;
import org.espalier.data.field.FieldData;
import org.espalier.data.field.io.Column;
import org.espalier.data.field.io.CountOn;
import org.espalier.data.field.io.FieldReader;
import org.espalier.data.field.io.FieldSchema;
import org.espalier.data.field.io.LabelColumn;
import org.espalier.data.field.io.RowDivision;
import org.espalier.data.field.io.TextFormat;
import org.espalier.graphfm.internal.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

class PreprocessGoldenTest {
    private static final float TOLERANCE = 1e-6f;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> rowsAreEncodedAndSplit() throws IOException {
        List<JsonNode> cases = Golden.cases("preprocess.json", "format").toList();
        return IntStream.range(0, cases.size()).mapToObj(i -> DynamicTest.dynamicTest(i + " " + cases.get(i).get("format").asText(), () -> check(cases.get(i), folder.resolve("" + i))));
    }

    @TestFactory
    Stream<DynamicTest> numbersOfCriteoAreScaled() throws IOException {
        return Golden.cases("blocks.json").filter(golden -> golden.get("op").asText().equals("criteo_scale")).map(golden -> DynamicTest.dynamicTest("criteo_scale", () -> checkCriteo(golden)));
    }

    private void checkCriteo(JsonNode golden) throws IOException {
        int[] numbers = Golden.integers(golden.get("x"));
        String[] lines = IntStream.of(numbers).mapToObj(number -> "1\t" + number + "\t".repeat(12) + "\taa".repeat(26)).toArray(String[]::new);
        FieldData data = new Loading(folder.resolve("criteo")).file("train.txt", lines).load(new CriteoDataset(new CriteoDataset.Parameters("train.txt", 1, CountOn.ALL, "every-tenth", false)));
        for (int row = 0; row < numbers.length; row++) {
            float[] value = new float[data.slots()];
            data.rows().read(new int[] {row}, new int[data.slots()], value);
            assertEquals(golden.get("out").get(row).asDouble(), value[0], TOLERANCE, numbers[row] + " scaled");
        }
    }

    private static void check(JsonNode golden, Path in) throws IOException {
        String format = golden.get("format").asText();
        if (format.startsWith("movielens")) {
            checkMovieLens(golden, in);
        } else if (format.startsWith("rows of strings")) {
            checkRows(golden, in);
        } else {
            checkSplit(golden);
        }
    }

    private static void checkMovieLens(JsonNode golden, Path in) throws IOException {
        FieldData data = new Loading(in).file("ml-1m/users.dat", lines(golden.get("users"))).file("ml-1m/movies.dat", lines(golden.get("movies")))
                .file("ml-1m/ratings.dat", lines(golden.get("ratings"))).load(new MovieLensDataset(new MovieLensDataset.Parameters(false)));
        assertEquals(golden.get("n_features").asInt(), data.features());
        Map<Integer, Integer> ours = new HashMap<>();
        for (int row = 0; row < golden.get("label").size(); row++) {
            assertEquals(golden.get("label").get(row).asInt(), data.rows().label(row));
            int slots = data.slots();
            int[] index = new int[slots];
            float[] value = new float[slots];
            data.rows().read(new int[] {row}, index, value);
            List<Integer> features = numbers(golden.get("idx").get(row)).map(Double::intValue).collect(Collectors.toCollection(ArrayList::new));
            List<Double> values = numbers(golden.get("val").get(row)).collect(Collectors.toCollection(ArrayList::new));
            numbers(golden.get("genre_idx").get(row)).limit(slots - 6L).forEach(feature -> features.add(feature.intValue()));
            numbers(golden.get("genre_val").get(row)).limit(slots - 6L).forEach(values::add);
            for (int slot = 0; slot < slots; slot++) {
                assertEquals(values.get(slot), value[slot], TOLERANCE);
                if (value[slot] != 0) {
                    assertEquals(ours.computeIfAbsent(features.get(slot), other -> index[at(values, features, other)]), index[slot], "row " + row + ", slot " + slot);
                }
            }
        }
        assertEquals(ours.size(), new HashSet<>(ours.values()).size(), "Different features have different numbers");
    }

    private static int at(List<Double> values, List<Integer> features, int feature) {
        return IntStream.range(0, features.size()).filter(slot -> features.get(slot) == feature && values.get(slot) != 0).findFirst().orElseThrow();
    }

    private static void checkRows(JsonNode golden, Path in) throws IOException {
        Files.createDirectories(in);
        int width = golden.get("rows").get(0).size();
        int minCount = golden.get("min_count").asInt();
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            columns.add(c < 2 ? Column.number("number", c + 1).logSquared() : Column.value("value", c + 1, minCount));
        }
        Stream<String> lines = StreamSupport.stream(golden.get("rows").spliterator(), false).map(row -> "1\t" + String.join("\t", lines(row)));
        Path file = Files.write(in.resolve("rows.tsv"), lines.toList());
        TextFormat tabs = new TextFormat("\t", width + 1, false, "", false, false, Set.of(), StandardCharsets.UTF_8);
        FieldReader reader = new FieldReader(new FieldSchema(tabs, LabelColumn.binary("label", 0), columns), RowDivision.everyTenth(), CountOn.ALL, false);
        FieldData data = reader.read("golden", List.of(file), List.of(), in, remark -> { });
        assertEquals(golden.get("n_features").asInt(), data.features());
        int[] index = new int[width];
        float[] value = new float[width];
        for (int row = 0; row < data.rows().size(); row++) {
            data.rows().read(new int[] {row}, index, value);
            assertArrayEquals(Golden.integers(golden.get("idx").get(row)), index);
            List<Double> expected = numbers(golden.get("val").get(row)).toList();
            IntStream.range(0, width).forEach(c -> assertEquals(expected.get(c), value[c], TOLERANCE));
        }
    }

    private static void checkSplit(JsonNode golden) {
        int[] labels = Golden.integers(golden.get("label"));
        byte[] bytes = new byte[labels.length];
        IntStream.range(0, labels.length).forEach(row -> bytes[row] = (byte) labels[row]);
        Split split = RowDivision.everyTenth().rule().divide(bytes, new int[] {labels.length});
        assertArrayEquals(Golden.integers(golden.get("train")), split.train());
        assertArrayEquals(Golden.integers(golden.get("valid")), split.validation());
        assertArrayEquals(Golden.integers(golden.get("test")), split.test());
    }

    private static String[] lines(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toArray(String[]::new);
    }

    private static Stream<Double> numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asDouble);
    }
}
