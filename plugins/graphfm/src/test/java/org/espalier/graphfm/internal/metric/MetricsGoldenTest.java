package org.espalier.graphfm.internal.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.stream.Stream;

import org.espalier.api.metric.Predictions.ClassScores;
import org.espalier.graphfm.internal.Golden;
import org.espalier.standard.internal.metric.Auc;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;

/** Both metrics of the protocol. */
class MetricsGoldenTest {
    private static final double EXACT = 1e-9;
    /** Beyond the clipping of the log loss; scores of exactly 0 and 1 have no finite logit. */
    private static final double ALMOST = 1e-9;

    @TestFactory
    Stream<DynamicTest> aucWithTiesAndClippedLogLoss() throws IOException {
        return Golden.cases("blocks.json", "op").filter(golden -> golden.get("op").asText().equals("auc")).map(golden -> dynamicTest(golden.path("note").asText(), () -> {
            ClassScores scores = scores(golden);
            assertEquals(golden.get("auc").asDouble(), new Auc().of(scores), EXACT);
            assertEquals(golden.get("eval_logloss").asDouble(), new ClickLogLoss().of(scores), EXACT);
        }));
    }

    @Test
    void aucOfOneClassIsUndefined() {
        assertTrue(Double.isNaN(new Auc().of(new ClassScores(new int[] {1, 1}, new double[] {0, 1, 0, 2}, 2))));
    }

    private static ClassScores scores(JsonNode golden) {
        double[] probabilities = Golden.numbers(golden.get("score"));
        double[] scores = new double[2 * probabilities.length];
        for (int i = 0; i < probabilities.length; i++) {
            double p = Math.min(Math.max(probabilities[i], ALMOST), 1 - ALMOST);
            scores[2 * i + 1] = Math.log(p / (1 - p));
        }
        return new ClassScores(Golden.integers(golden.get("label")), scores, 2);
    }
}
