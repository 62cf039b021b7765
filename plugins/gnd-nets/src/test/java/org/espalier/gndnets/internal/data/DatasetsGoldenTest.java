package org.espalier.gndnets.internal.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.espalier.api.dataset.DataFile;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.Split;
import org.espalier.data.graph.GraphData;
import org.espalier.data.graph.GraphMatrices;
import org.espalier.gndnets.internal.Golden;
import org.espalier.gndnets.internal.smoothing.Smoothness;
import org.espalier.testkit.fixture.FilesAccess;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;

/** The published graphs as read: counts, checksums, splits and a diffusion over them. Skipped where {@code -Ddata.roots} does not lead to the files. */
class DatasetsGoldenTest {
    private static final Pattern SPLIT = Pattern.compile("split_pc(\\d+)_seed(\\d+)");
    private static final double TOLERANCE = 1e-9;

    @TestFactory
    Stream<DynamicTest> graphIsReadAsPublished() throws IOException {
        return each((name, golden) -> {
            GraphData graph = load(name, 5, 1);
            assertEquals(golden.get("nodes").asInt(), graph.nodes());
            assertEquals(golden.get("features").asInt(), graph.features().cols());
            assertEquals(golden.get("classes").asInt(), graph.classes().size());
            assertEquals(golden.get("adjacency_nonzeros").asInt(), graph.adjacency().entries());
            assertEquals(golden.get("self_loops").asInt(), GraphMatrices.selfLoops(graph.adjacency()));
            assertEquals(golden.get("feature_nonzeros").asInt(), graph.features().entries());
            assertEquals(golden.get("unlabelled").asInt(), IntStream.range(0, graph.nodes()).filter(node -> !graph.labelled(node)).count());
            assertEquals(golden.get("empty_feature_rows").asInt(),
                    IntStream.range(0, graph.nodes()).filter(node -> graph.features().rowStart()[node] == graph.features().rowStart()[node + 1]).count());
            assertArrayEquals(Golden.integers(golden.get("class_counts")), IntStream.range(0, graph.classes().size())
                    .map(label -> (int) IntStream.of(graph.labels()).filter(other -> other == label).count()).toArray());
        });
    }

    @TestFactory
    Stream<DynamicTest> entriesHaveTheChecksums() throws IOException {
        return each((name, golden) -> {
            GraphData graph = load(name, 5, 1);
            assertEquals(golden.get("edge_index_checksum").asDouble(), sum(graph.adjacency(), (row, column, value) -> 7.0 * row + 13.0 * column));
            assertClose(golden.get("feature_sum").asDouble(), sum(graph.features(), (row, column, value) -> value));
            assertClose(golden.get("feature_checksum").asDouble(), sum(graph.features(), (row, column, value) -> value * (row % 97 + column % 89)));
        });
    }

    @TestFactory
    Stream<DynamicTest> seedsGiveThePublishedSplits() throws IOException {
        return each((name, golden) -> {
            for (Entry<String, JsonNode> entry : golden.properties()) {
                Matcher key = SPLIT.matcher(entry.getKey());
                if (key.matches()) {
                    checkSplit(entry.getValue(), load(name, Integer.parseInt(key.group(1)), Long.parseLong(key.group(2))).split());
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> rowsOfTheTransitionSumToOne() throws IOException {
        return each((name, golden) -> {
            double[] sums = GraphMatrices.transition(load(name, 5, 1).adjacency()).rowSums();
            assertTrue(Arrays.stream(sums).allMatch(sum -> Math.abs(sum - 1) < 1e-6), () -> "from " + Arrays.stream(sums).min() + " to " + Arrays.stream(sums).max());
        });
    }

    @TestFactory
    Stream<DynamicTest> transitionSpreadsAsItShould() throws IOException {
        return each((name, golden) -> {
            GraphData graph = load(name, 5, 1);
            JsonNode check = golden.get("diffusion_check");
            int channels = check.get("node_rows").elements().next().size();
            double[][] z = product(GraphMatrices.rowNormalised(graph.features()), waves(graph.features().cols(), channels));
            double[][] mixed = new double[z.length][channels];
            CsrMatrix transition = GraphMatrices.transition(graph.adjacency());
            int hops = check.get("l1_of_each_power").size();
            for (int k = 0; k < hops; k++) {
                z = product(transition, z);
                assertClose(check.get("l1_of_each_power").get(k).asDouble(), Arrays.stream(z).flatMapToDouble(Arrays::stream).map(Math::abs).sum());
                addTo(mixed, z, 1.0 / hops);
            }
            Smoothness smoothness = new Smoothness(Arrays.stream(mixed).flatMapToDouble(Arrays::stream).toArray(), channels);
            assertClose(check.get("mad_first300").asDouble(), smoothness.meanAverageDistance(IntStream.range(0, 300).toArray()));
            assertClose(check.get("dirichlet").asDouble(), smoothness.dirichletEnergy(graph.adjacency()));
            for (Entry<String, JsonNode> row : check.get("node_rows").properties()) {
                assertArrayEquals(Golden.numbers(row.getValue()), mixed[Integer.parseInt(row.getKey())], TOLERANCE);
            }
        });
    }

    private static void checkSplit(JsonNode golden, Split split) {
        assertArrayEquals(Golden.integers(golden.get("train")), split.train());
        int[] first = Golden.integers(golden.get("val_first10"));
        assertArrayEquals(first, Arrays.copyOf(split.validation(), first.length));
        assertEquals(golden.get("val_sum").asLong(), IntStream.of(split.validation()).asLongStream().sum());
        assertEquals(golden.get("n_test").asInt(), split.test().length);
        assertEquals(golden.get("test_sum").asLong(), IntStream.of(split.test()).asLongStream().sum());
    }

    private interface Check {
        void of(String name, JsonNode golden) throws IOException;
    }

    private static Stream<DynamicTest> each(Check check) throws IOException {
        return Golden.read("datasets.json").properties().stream().map(set -> DynamicTest.dynamicTest(set.getKey(), () -> check.of(set.getKey(), set.getValue())));
    }

    private static GraphData load(String name, int labelsPerClass, long seed) throws IOException {
        CitationDataset dataset = new CitationDataset(new CitationDataset.Parameters(name, Optional.empty(), Optional.of(labelsPerClass), Optional.empty(), 500, false, CitationDataset.Features.PUBLISHED), new TestRandomSource(seed));
        FilesAccess files = new FilesAccess(CitationDataset.class, Path.of(""), FilesAccess.dataRoots());
        assumeTrue(dataset.files().stream().filter(DataFile::needed).allMatch(files::has) && dataset.files().stream().anyMatch(files::has), "the files of " + name + " are in no folder of -Ddata.roots");
        return dataset.load(files);
    }

    private interface Term {
        double of(int row, int column, double value);
    }

    private static double sum(CsrMatrix matrix, Term term) {
        double sum = 0;
        for (int r = 0; r < matrix.rows(); r++) {
            for (int e = matrix.rowStart()[r]; e < matrix.rowStart()[r + 1]; e++) {
                sum += term.of(r, matrix.columns()[e], matrix.values()[e]);
            }
        }
        return sum;
    }

    private static double[][] waves(int rows, int columns) {
        double[][] waves = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                waves[i][j] = Math.cos(0.37 * i + 1.3 * j);
            }
        }
        return waves;
    }

    private static double[][] product(CsrMatrix sparse, double[][] dense) {
        double[][] product = new double[sparse.rows()][dense[0].length];
        sum(sparse, (row, column, value) -> {
            for (int c = 0; c < dense[0].length; c++) {
                product[row][c] += value * dense[column][c];
            }
            return 0;
        });
        return product;
    }

    private static void addTo(double[][] sum, double[][] added, double factor) {
        for (int r = 0; r < sum.length; r++) {
            for (int c = 0; c < sum[r].length; c++) {
                sum[r][c] += factor * added[r][c];
            }
        }
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, TOLERANCE * Math.abs(expected));
    }
}
