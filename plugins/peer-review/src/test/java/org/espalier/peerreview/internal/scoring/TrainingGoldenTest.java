package org.espalier.peerreview.internal.scoring;

import static org.espalier.peerreview.internal.Golden.TRAINED;
import static org.espalier.peerreview.internal.Golden.assertNear;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.espalier.data.judgment.PairCounts;
import org.espalier.peerreview.internal.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;

/** Losses, gradients and results of the optimisation, with and without elimination, against automatic differentiation. */
class TrainingGoldenTest {

    @TestFactory
    Stream<DynamicTest> optimises() throws IOException {
        return Golden.cases("cases.json").flatMap(golden -> Stream.of("train_rank", "train_default", "train_elo").map(form -> DynamicTest.dynamicTest(
                golden.get("name").asText() + ", " + form, () -> check(golden.get(form), golden, scoring(form, golden)))));
    }

    private static Scoring scoring(String form, JsonNode golden) {
        PairCounts counts = Golden.counts(golden);
        return switch (form) {
            case "train_rank" -> LinearScoring.of(counts, LinearScoring.Form.ranked(golden.get("K").asDouble()));
            case "train_default" -> LinearScoring.of(counts, LinearScoring.Form.PLAIN);
            default -> new EloScoring(counts, 1);
        };
    }

    private static void check(JsonNode expected, JsonNode golden, Scoring scoring) {
        List<ConsistencyOptimisation.Epoch> epochs = new ArrayList<>();
        boolean[] all = ReviewerSums.of(Golden.counts(golden)).everyone();
        ConsistencyOptimisation.Epoch last = new ConsistencyOptimisation(scoring, Schedule.PUBLISHED).run(Golden.weighting(golden.get("init")), all, epochs::add);
        assertNear(expected.get("loss"), epochs.stream().mapToDouble(ConsistencyOptimisation.Epoch::loss).toArray(), TRAINED, "losses");
        for (int epoch = 0; epoch < 2; epoch++) {
            JsonNode at = expected.get("epoch" + epoch);
            assertNear(at.get("w"), epochs.get(epoch).weights(), TRAINED, "weights");
            assertNear(at.get("G"), epochs.get(epoch).scores(), TRAINED, "scores");
            assertNear(at.get("gradc"), epochs.get(epoch).gradient(), TRAINED, "gradient by c");
            assertNear(at.get("gradV"), outer(epochs.get(epoch).gradient(), Golden.z(golden.get("init"))), TRAINED, "gradient by V");
        }
        expected.get("w_at").properties().forEach(at -> assertNear(at.getValue(), epochs.get(Integer.parseInt(at.getKey())).weights(), TRAINED, "weights at " + at.getKey()));
        expected.get("G_at").properties().forEach(at -> assertNear(at.getValue(), epochs.get(Integer.parseInt(at.getKey())).scores(), TRAINED, "scores at " + at.getKey()));
        assertNear(expected.get("w_final"), last.weights(), TRAINED, "final weights");
        assertNear(expected.get("G_final"), last.scores(), TRAINED, "final scores");
    }

    private static double[] outer(double[] rows, double[] columns) {
        double[] product = new double[rows.length * columns.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = rows[i / columns.length] * columns[i % columns.length];
        }
        return product;
    }

    @TestFactory
    Stream<DynamicTest> eliminates() throws IOException {
        return Golden.cases("cases.json").map(golden -> DynamicTest.dynamicTest(golden.get("name").asText(), () -> {
            int removals = (int) Math.floor(0.6 * golden.get("m").asInt() + 1e-9);
            Elimination.Result result = new Elimination(scoring("train_rank", golden), Schedule.PUBLISHED, removals).run(Golden.weighting(golden.get("init")), epoch -> { });
            JsonNode stages = golden.get("elimination");
            assertEquals(stages.size(), result.stages().size(), "number of stages");
            for (int i = 0; i < stages.size(); i++) {
                assertArrayEquals(booleans(stages.get(i).get("active")), result.stages().get(i).active(), "who is active in stage " + i);
                assertNear(stages.get(i).get("w"), result.stages().get(i).outcome().weights(), TRAINED, "weights of stage " + i);
                assertNear(stages.get(i).get("G"), result.stages().get(i).outcome().scores(), TRAINED, "scores of stage " + i);
            }
        }));
    }

    private static boolean[] booleans(JsonNode list) {
        boolean[] values = new boolean[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).asBoolean();
        }
        return values;
    }
}
