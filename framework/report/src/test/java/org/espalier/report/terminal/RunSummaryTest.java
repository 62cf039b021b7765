package org.espalier.report.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.espalier.core.claim.Verdict;
import org.espalier.report.Samples;
import org.junit.jupiter.api.Test;

class RunSummaryTest {
    @Test
    void showsResultsFailuresClaimsAndPlaces() {
        var run = Samples.run(List.of(Samples.trial("gnd-slp", 5, 1, 0.75), Samples.trial("gnd-slp", 5, 2, 0.77), Samples.trial("gcn", 5, 1, 0.70), Samples.diverged("gcn", 5, 2)),
                List.of(Samples.verdict(Verdict.Decision.HOLDS, 0.06, 0.03, 0.09, Optional.empty())), List.of("3 citations to unknown papers skipped", "3 citations to unknown papers skipped"));
        assertEquals("""
                Node classification with few labels on Cora
                gndnets/cora/20260301-100000-ab12, completed in 1:52

                 variant │ labels-per-class │        accuracy │        macro-f1 │ trials │ epochs │   time
                ─────────┼──────────────────┼─────────────────┼─────────────────┼────────┼────────┼────────
                 gnd-slp │                5 │ 0.7600 ± 0.0100 │ 0.7500 ± 0.0100 │      2 │    200 │ 1.25 s
                 gcn     │                5 │          0.7000 │          0.6900 │ 1 of 2 │    200 │ 1.25 s

                gcn,labels-per-class=5,seed=2 diverged: The training loss is no longer finite in epoch 7. Try: a
                    smaller learning-rate

                 claim                                  │ verdict │                measured │ claimed │ published
                ────────────────────────────────────────┼─────────┼─────────────────────────┼─────────┼─────────────────
                 GND-Nets beats GCN when labels are few │ holds   │ 0.0600 [0.0300, 0.0900] │ >= 0.02 │ 0.734 (Table 3)

                Note: 3 citations to unknown papers skipped

                Run folder  runs/gndnets/cora/20260301-100000-ab12
                Report      runs/gndnets/cora/20260301-100000-ab12/report.html
                """, RunSummary.text(run, 106, Symbols.UNICODE));
    }

    @Test
    void saysWhyAClaimIsNotDecided() {
        String text = RunSummary.claims(List.of(Samples.verdict(Verdict.Decision.NOT_DECIDED, Double.NaN, Double.NaN, Double.NaN, Optional.of("no trial of gcn was completed"))), 120, Symbols.ASCII);
        assertTrue(text.contains("not decided") && text.contains("Not decided, beats-gcn: no trial of gcn was completed"), text);
    }

    @Test
    void tellsAReasonOnceForAllClaimsThatItKeepsOpen() {
        Verdict open = Samples.verdict(Verdict.Decision.NOT_DECIDED, Double.NaN, Double.NaN, Double.NaN, Optional.of("no trial of gcn was completed, and so nothing can be said"));
        String text = RunSummary.claims(List.of(open, open), 80, Symbols.ASCII);
        assertTrue(text.endsWith("\nNot decided, beats-gcn, beats-gcn: no trial of gcn was completed, and so\n    nothing can be said\n"), text);
    }

    @Test
    void aClaimOnTheSeedsThatWereRunHasNoInterval() {
        String text = RunSummary.claims(List.of(Samples.verdict(Verdict.Decision.HOLDS, 0.03, 0.03, 0.03, Optional.empty())), 120, Symbols.ASCII);
        assertTrue(text.contains(" 0.0300 |"), text);
    }

    @Test
    void saysSoWhenNothingHasEnded() {
        assertTrue(RunSummary.text(Samples.run(List.of(), List.of(), List.of()), 80, Symbols.ASCII).contains("No trial has ended."));
    }
}
