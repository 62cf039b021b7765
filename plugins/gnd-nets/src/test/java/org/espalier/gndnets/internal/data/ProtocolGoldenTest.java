package org.espalier.gndnets.internal.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.Split;
import org.espalier.data.graph.CsrBuilder;
import org.espalier.data.graph.FewLabelSplit;
import org.espalier.data.graph.GraphData;
import org.espalier.data.numpy.LegacyRandom;
import org.espalier.gndnets.internal.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;

/** The generator's words and the splits of the paper's protocol, bit for bit. */
class ProtocolGoldenTest {

    @TestFactory
    Stream<DynamicTest> generatorDrawsTheWords() throws IOException {
        return Golden.read("protocol.json", "mt19937").get("mt19937").properties().stream().map(seed -> DynamicTest.dynamicTest("seed " + seed.getKey(), () -> {
            LegacyRandom random = new LegacyRandom(Long.parseLong(seed.getKey()));
            long[] drawn = IntStream.range(0, seed.getValue().size()).mapToLong(i -> Integer.toUnsignedLong(random.nextInt())).toArray();
            long[] expected = IntStream.range(0, seed.getValue().size()).mapToLong(i -> seed.getValue().get(i).asLong()).toArray();
            assertArrayEquals(expected, drawn);
        }));
    }

    @TestFactory
    Stream<DynamicTest> nodesAreSplit() throws IOException {
        return Golden.read("protocol.json", "splits").get("splits").properties().stream()
                .map(split -> DynamicTest.dynamicTest(split.getKey(), () -> checkSplit(split.getValue())));
    }

    private static void checkSplit(JsonNode expected) {
        int[] labels = Golden.integers(expected.get("y"));
        long seed = expected.get("seed").asLong();
        assertArrayEquals(Golden.integers(expected.get("permutation")), new LegacyRandom(seed).permutation(labels.length));
        Split split = new FewLabelSplit(expected.get("per_class").asInt(), expected.get("n_val").asInt()).of(graph(labels), seed);
        assertArrayEquals(Golden.integers(expected.get("train")), split.train());
        assertArrayEquals(Golden.integers(expected.get("val")), split.validation());
        assertArrayEquals(Golden.integers(expected.get("test")), split.test());
    }

    private static GraphData graph(int[] labels) {
        CsrMatrix none = new CsrBuilder(labels.length, labels.length).build(Double::sum);
        List<String> classes = IntStream.rangeClosed(0, IntStream.of(labels).max().getAsInt()).mapToObj(Integer::toString).toList();
        return new GraphData("golden", none, none, labels, classes, Split.none());
    }
}
