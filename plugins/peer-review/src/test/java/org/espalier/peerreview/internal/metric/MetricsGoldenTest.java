package org.espalier.peerreview.internal.metric;

import static org.espalier.peerreview.internal.Golden.EXACT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.espalier.api.metric.Predictions.Ranking;
import org.espalier.peerreview.internal.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;

/** Metrics of published rankings and logs, and of rankings in part without truth. */
class MetricsGoldenTest {

    @TestFactory
    Stream<DynamicTest> ordersAreMeasured() throws IOException {
        return Golden.cases("metrics.json").map(golden -> DynamicTest.dynamicTest(golden.get("name").asText(), () -> {
            int[] x = Golden.integers(golden.get("x"));
            check(golden, x);
            assertNear(golden.get("PEN3"), PermutationEntropy.exact(x), "PEN");
            assertNear(golden.get("PEN3"), PermutationEntropy.exact(x, 3), "PEN by enumeration");
            assertNear(golden.get("PEN4"), PermutationEntropy.exact(x, 4), "PEN of order 4");
            assertNear(golden.get("PENwin3"), PermutationEntropy.window(x), "PEN of windows");
        }));
    }

    @TestFactory
    Stream<DynamicTest> modelsWithoutTruthAreLeftOut() throws IOException {
        JsonNode golden = Golden.read("partial_ground_truth.json", "gt_position", "learned");
        return (golden.isArray() ? StreamSupport.stream(golden.spliterator(), false) : Stream.of(golden)).map(one -> DynamicTest.dynamicTest("partial", () -> {
            int[] truth = StreamSupport.stream(one.get("gt_position").spliterator(), false).mapToInt(place -> place.isNull() ? Ranking.UNKNOWN : place.asInt()).toArray();
            double[] scores = Golden.numbers(one.get("G"));
            int[] learned = Places.of(new Ranking(Collections.nCopies(truth.length, "model"), scores, truth));
            assertArrayEquals(Golden.integers(one.get("learned")), learned, Arrays.toString(learned));
            check(one.get("metrics"), learned);
            assertNear(one.get("metrics").get("PEN"), PermutationEntropy.exact(learned), "PEN");
            assertNear(one.get("metrics").get("PENwin"), PermutationEntropy.window(learned), "PEN of windows");
        }));
    }

    private static void check(JsonNode golden, int[] x) {
        assertEquals(golden.get("CIN").asLong(), Order.inversions(x), "CIN");
        assertEquals(golden.get("LIS").asInt(), Order.longestIncreasing(x), "LIS");
        assertNear(golden.get("S"), Order.spearman(x), "Spearman");
        assertNear(golden.get("tau"), Order.kendall(x), "Kendall");
    }

    private static void assertNear(JsonNode expected, double actual, String what) {
        assertEquals(expected == null || expected.isNull() ? Double.NaN : expected.asDouble(), actual, EXACT, what);
    }
}
