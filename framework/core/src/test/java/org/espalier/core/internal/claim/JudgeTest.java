package org.espalier.core.internal.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.espalier.core.claim.Claim;
import org.espalier.core.claim.Verdict;
import org.espalier.core.claim.Verdict.Decision;
import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.TrialResult;
import org.junit.jupiter.api.Test;

class JudgeTest {
    @Test
    void pairsResultsOfTheSameSeed() {
        // differences 0.10, 0.11, 0.09: paired they are clear, unpaired the spread between seeds would hide them
        List<TrialResult> results = new ArrayList<>(results("a", 5, 0.60, 0.81, 0.39));
        results.addAll(results("b", 5, 0.50, 0.70, 0.30));
        Verdict verdict = decide("mean(accuracy | a) - mean(accuracy | b) >= 0.05", Map.of(), results);
        assertEquals(Decision.HOLDS, verdict.decision());
        assertEquals(0.10, verdict.measured(), 1e-12);
        // Student's t for 2 degrees of freedom is 4.302653; the differences' standard deviation is 0.01
        assertEquals(0.10 - 4.302653 * 0.01 / Math.sqrt(3), verdict.low(), 1e-6);
        assertEquals(3, verdict.seeds());
    }

    @Test
    void doesNotHoldWhenTheWholeIntervalViolatesTheBound() {
        assertEquals(Decision.DOES_NOT_HOLD, decide("mean(accuracy | a) >= 0.9", Map.of(), results("a", 5, 0.50, 0.51, 0.49)).decision());
    }

    @Test
    void isNotDecidedWhenTheIntervalStraddlesTheBound() {
        Verdict verdict = decide("mean(accuracy | a) >= 0.5", Map.of(), results("a", 5, 0.50, 0.51, 0.49));
        assertEquals(Decision.NOT_DECIDED, verdict.decision());
        assertTrue(verdict.reason().orElseThrow().contains("reaches across the bound"));
    }

    @Test
    void isNotDecidedByOneSeedOrByFailedTrials() {
        assertEquals(Decision.NOT_DECIDED, decide("mean(accuracy | a) >= 0.5", Map.of(), results("a", 5, 0.9)).decision());
        List<TrialResult> failed = List.of(new TrialResult("t", "a", Map.of(), 1, RunOutcome.DIVERGED, Map.of("accuracy", 0.9), 1, 1, 1, "NaN"));
        assertEquals(0, decide("mean(accuracy | a) >= 0.5", Map.of(), failed).seeds());
    }

    @Test
    void reportsWhatHasNoBound() {
        List<TrialResult> results = new ArrayList<>(results("a", 5, 0.52, 0.51, 0.53));
        results.addAll(results("b", 5, 0.3, 0.5, 0.1));
        Verdict verdict = decide("mean(accuracy | a) - mean(accuracy | b)", Map.of(), results);
        assertEquals(Decision.REPORTED, verdict.decision());
        assertEquals(0.22, verdict.measured(), 1e-12);
        assertEquals("no bound", verdict.bound());
        assertEquals(Decision.NOT_DECIDED, decide("mean(accuracy | a)", Map.of(), results("a", 5, 0.9)).decision(), "one seed has no interval");
    }

    @Test
    void minAndMaxSpeakOfTheSeedsThatWereRun() {
        List<TrialResult> results = new ArrayList<>(results("a", 5, 0.52, 0.51, 0.9));
        results.addAll(results("b", 5, 0.3, 0.5, 0.1));
        Verdict least = decide("min(accuracy | a) >= 0.5", Map.of(), results);
        assertEquals(Decision.HOLDS, least.decision());
        assertEquals(List.of(0.51, 0.51, 0.51), List.of(least.measured(), least.low(), least.high()));
        assertEquals(3, least.seeds());
        assertEquals(Decision.DOES_NOT_HOLD, decide("min(accuracy | a) >= 0.515", Map.of(), results).decision(), "one seed is below");
        assertEquals(0.01, decide("min(accuracy | a) > max(accuracy | b)", Map.of(), results).measured(), 1e-12);
        assertEquals(0.9 - 0.3, decide("max(accuracy | a) - mean(accuracy | b) > 0", Map.of(), results).measured(), 1e-12);
        assertEquals(Decision.NOT_DECIDED, decide("min(accuracy | a) >= 0.5", Map.of(), results("a", 5, 0.9)).decision(), "one seed tells nothing of seeds");
    }

    @Test
    void mayBeOfWhatATrialTook() {
        List<TrialResult> results = new ArrayList<>();
        for (int seed = 1; seed <= 2; seed++) {
            results.add(new TrialResult("s" + seed, "small", Map.of(), seed, RunOutcome.COMPLETED, Map.of("accuracy", 0.9), 1, 2 + seed, 100, ""));
            results.add(new TrialResult("l" + seed, "large", Map.of(), seed, RunOutcome.COMPLETED, Map.of("accuracy", 0.9, "memory", 7.0), 1, 20 + seed, 300, ""));
        }
        assertEquals(22 / 3.0, decide("max(seconds | large) / min(seconds | small) <= 10", Map.of(), results).measured(), 1e-12);
        assertEquals(100, decide("max(memory | small) <= 100", Map.of(), results).measured());
        assertEquals(7, decide("max(memory | large) <= 100", Map.of(), results).measured(), "a metric of that name comes first");
    }

    @Test
    void isNotDecidedWhereAMetricIsUndefined() {
        Verdict verdict = decide("mean(accuracy | a) >= 0.5", Map.of(), results("a", 5, 0.8, 0.81, Double.NaN, 0.82));
        assertEquals(Decision.NOT_DECIDED, verdict.decision());
        assertEquals("mean(accuracy | a) has 1 of 4 trials in which accuracy is undefined", verdict.reason().orElseThrow());
        assertEquals(0.81, verdict.measured(), 1e-12, "of the others");
        assertEquals(0, decide("min(accuracy | a) >= 0.5", Map.of(), results("a", 5, Double.NaN, Double.NaN)).seeds());
    }

    @Test
    void selectsSweepPointsByWhereAndBySelector() {
        List<TrialResult> results = new ArrayList<>(results("a", 2, 0.30, 0.31));
        results.addAll(results("a", 5, 0.70, 0.71));
        assertEquals(0.705, decide("mean(accuracy | a) in [0.5, 0.9]", Map.of("labels", "5"), results).measured(), 1e-12);
        assertEquals(0.4, decide("mean(accuracy | a | labels=5) - mean(accuracy | a | labels=2) > 0.1", Map.of(), results).measured(), 1e-12);
    }

    @Test
    void keysMayBeWrittenInFullOrShortAndNumbersInAnyWay() {
        List<TrialResult> results = new ArrayList<>(results("a", 2, 0.30, 0.31));
        results.addAll(results("a", 5, 0.70, 0.71));
        assertEquals(0.705, decide("mean(accuracy | a) > 0", Map.of("main.dataset.labels", "5.0"), results).measured(), 1e-12);
        assertEquals(0.305, decide("mean(accuracy | labels = 2) > 0", Map.of("main.dataset.labels", "5"), results).measured(), 1e-12);
        assertEquals(0, decide("mean(accuracy | a) > 0", Map.of("labels", "7"), results).seeds());
    }

    @Test
    void comparesTwoExpressionsByTheirDifference() {
        List<TrialResult> results = new ArrayList<>(results("a", 5, 0.7, 0.8));
        results.addAll(results("b", 5, 0.2, 0.3));
        Verdict verdict = decide("mean(accuracy | a) > 2 * mean(accuracy | b) + 0.01", Map.of(), results);
        assertEquals("> 0", verdict.bound());
        assertEquals((0.7 - 0.41 + 0.8 - 0.61) / 2, verdict.measured(), 1e-12);
    }

    @Test
    void parserNamesWhatItMisses() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Check.parse("1 > 2")).getMessage().contains("mentions no result"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Check.parse("mean(accuracy | ) > 2")).getMessage().contains("selectors"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Check.parse("mean(a) in [1; 2]")).getMessage().contains("','"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Check.parse("mean(a) > 2 or so")).getMessage().contains("the end"));
    }

    private static Verdict decide(String check, Map<String, String> where, List<TrialResult> results) {
        return Judge.decide(List.of(new Claim("c", "it does", where, check, "not available", 1)), results).get(0);
    }

    private static List<TrialResult> results(String variant, int labels, double... accuracies) {
        List<TrialResult> results = new ArrayList<>();
        for (int i = 0; i < accuracies.length; i++) {
            results.add(new TrialResult(variant + labels + i, variant, Map.of("labels", "" + labels), i + 1, RunOutcome.COMPLETED, Map.of("accuracy", accuracies[i]), 1, 1, 1, ""));
        }
        return results;
    }
}
