package org.espalier.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.core.config.Origin;
import org.espalier.core.config.Setting;
import org.espalier.core.run.RunComparison.Difference;
import org.espalier.core.run.RunComparison.MetricDifference;
import org.junit.jupiter.api.Test;

class RunComparisonTest {
    @Test
    void namesOnlyWhatDiffers() {
        RunComparison comparison = RunComparison.of(run("16", "aa", 0.5, 0.6), run("32", "bb", 0.5, 0.6));
        assertEquals(List.of(new Difference("main.model.hidden", "16", "32")), comparison.settings());
        assertEquals(List.of(new Difference("bundles.a.plugin.sha256", "aa", "bb")), comparison.made());
        assertTrue(comparison.results().isEmpty());
        assertEquals(1, comparison.equal());
    }

    @Test
    void changesOfMetricsArePairedBySeed() {
        MetricDifference accuracy = RunComparison.of(run("16", "aa", 0.5, 0.9), run("16", "aa", 0.6, 1.0, 0.3)).results().get(0);
        assertEquals("gcn,labels=5", accuracy.trials());
        assertEquals(2, accuracy.second().count());
        assertEquals(0.1, accuracy.change(), 1e-12);
        assertEquals(0.1, accuracy.low(), 1e-12);
    }

    private static RunRecord run(String hidden, String hash, double... accuracies) {
        List<TrialResult> trials = new ArrayList<>();
        for (int i = 0; i < accuracies.length; i++) {
            trials.add(new TrialResult("t" + i, "gcn", Map.of("labels", "5"), i + 1, RunOutcome.COMPLETED, Map.of("accuracy", accuracies[i]), 1, 1, 1, ""));
        }
        Map<String, Object> provenance = Map.of("written", hash + hidden, "bundles", List.of(Map.of("name", "a.plugin", "sha256", hash), Map.of("name", "b", "sha256", "cc")));
        return new RunRecord("e/r", "e", "E", Optional.empty(), Path.of("r"), Instant.EPOCH, Optional.empty(), Optional.empty(),
                List.of(new Setting("main.model.hidden", hidden, new Origin("experiment", "")), new Setting("main.model.use", "gcn", new Origin("experiment", ""))), provenance, trials, List.of(), List.of(), List.of());
    }
}
