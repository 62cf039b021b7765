package org.espalier.host.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.core.claim.Verdict;
import org.espalier.core.claim.Verdict.Decision;
import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.RunRecord;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    @Test
    void theFirstFailureDecidesTheExitCode() {
        assertEquals(3, exitCode(false, run(RunOutcome.COMPLETED), run(RunOutcome.DIVERGED), run(RunOutcome.PLUGIN_FAULT)));
    }

    @Test
    void aRunWithoutOutcomeIsAnInternalError() {
        assertEquals(1, exitCode(false, run(null)));
    }

    @Test
    void aFailedClaimCountsOnlyIfAsked() {
        RunRecord run = run(RunOutcome.COMPLETED, Decision.HOLDS, Decision.DOES_NOT_HOLD);
        assertEquals(0, exitCode(false, run));
        assertEquals(6, exitCode(true, run));
        assertEquals(0, exitCode(true, run(RunOutcome.COMPLETED, Decision.NOT_DECIDED)));
    }

    @Test
    void aFailedRunIsWorseThanAFailedClaim() {
        assertEquals(5, exitCode(true, run(RunOutcome.PLUGIN_FAULT, Decision.DOES_NOT_HOLD)));
    }

    @Test
    void tellsHowToGoOnAfterAnInterrupt() {
        assertTrue(Outcomes.howToGoOn(run(RunOutcome.INTERRUPTED), "batch").orElseThrow().endsWith("espalier batch --resume a/b/1"));
        assertTrue(Outcomes.howToGoOn(run(RunOutcome.COMPLETED), "batch").isEmpty());
    }

    private static int exitCode(boolean failOnClaim, RunRecord... runs) {
        Outcomes outcomes = new Outcomes(failOnClaim);
        List.of(runs).forEach(outcomes::add);
        return outcomes.exitCode();
    }

    private static RunRecord run(RunOutcome outcome, Decision... decisions) {
        List<Verdict> verdicts = List.of(decisions).stream()
                .map(decision -> new Verdict("c", "says", "mean(a) > 0", decision, 0, 0, 0, "> 0", 1, "not available", Optional.empty())).toList();
        return new RunRecord("a/b/1", "a/b", "title", Optional.empty(), Path.of("runs"), Instant.EPOCH, Optional.empty(), Optional.ofNullable(outcome), List.of(),
                Map.of(), List.of(), verdicts, List.of(), List.of());
    }
}
