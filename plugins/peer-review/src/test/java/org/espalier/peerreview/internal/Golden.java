package org.espalier.peerreview.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.espalier.data.judgment.Judgments;
import org.espalier.data.judgment.PairCounts;
import org.espalier.data.judgment.VerdictPair;
import org.espalier.peerreview.internal.scoring.Weighting;
import org.espalier.testkit.fixture.GoldenCases;

import com.fasterxml.jackson.databind.JsonNode;

/** Golden cases: those shipped with the tests, or those in the folder that {@code -Dgolden.dir} names. */
public final class Golden {
    /** Tolerance of everything but gradients and trained values. */
    public static final double EXACT = 1e-9;
    /** Tolerance of gradients and trained values. */
    public static final double TRAINED = 1e-8;

    private static final GoldenCases CASES = new GoldenCases("peerreview", Golden.class);

    private Golden() {
    }

    /** A file that holds one object; the test is skipped if another folder is named and has none. */
    public static JsonNode read(String file, String... keys) throws IOException {
        return CASES.object(file, keys);
    }

    /** The cases of a file that holds a list; the test is skipped if another folder is named and has none. */
    public static Stream<JsonNode> cases(String file) throws IOException {
        return CASES.list(file);
    }

    public static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    public static int[] integers(JsonNode list) {
        return items(list).mapToInt(JsonNode::asInt).toArray();
    }

    /** All numbers of a nested list, row by row; NaN where there is null. */
    public static double[] numbers(JsonNode list) {
        return items(list).flatMapToDouble(item -> Arrays.stream(item.isArray() ? numbers(item) : new double[] {item.isNull() ? Double.NaN : item.asDouble()})).toArray();
    }

    /** The cases' judgments. */
    public static Judgments judgments(JsonNode columns) {
        long[] questions = items(columns.get("q")).mapToLong(JsonNode::asLong).toArray();
        int size = questions.length;
        Judgments judgments = new Judgments(questions, new char[size], new char[size], new char[size], new byte[size]);
        IntStream.range(0, size).forEach(i -> {
            judgments.first()[i] = (char) columns.get("a").get(i).asInt();
            judgments.second()[i] = (char) columns.get("b").get(i).asInt();
            judgments.reviewers()[i] = (char) columns.get("s").get(i).asInt();
            double points = columns.get("y").get(i).asDouble();
            judgments.verdicts()[i] = (byte) VerdictPair.ofOutcome(points == 1 ? VerdictPair.FIRST_WINS : points == 0 ? VerdictPair.SECOND_WINS : VerdictPair.TIE);
        });
        return judgments;
    }

    /** Their counts, all models being reviewers. */
    public static PairCounts counts(JsonNode golden) {
        int models = golden.get("m").asInt();
        return judgments(golden.get("judgments")).counts(models, models);
    }

    public static Weighting weighting(JsonNode init) {
        return new Weighting(numbers(init.get("z")), numbers(init.get("V")), numbers(init.get("c")));
    }

    /** z of the start. */
    public static double[] z(JsonNode init) {
        return numbers(init.get("z"));
    }

    public static void assertNear(JsonNode expected, double[] actual, double tolerance, String what) {
        assertArrayEquals(numbers(expected), actual, tolerance, what);
    }
}
