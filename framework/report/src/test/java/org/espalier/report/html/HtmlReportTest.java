package org.espalier.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.espalier.core.claim.Verdict;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.TrialResult;
import org.espalier.report.Samples;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final String HOSTILE = "</script><script>alert('x')</script>";

    private static RunRecord run(List<TrialResult> trials) {
        return Samples.run(trials, List.of(Samples.verdict(Verdict.Decision.HOLDS, 0.0412, 0.0301, 0.0523, Optional.empty()),
                Samples.verdict(Verdict.Decision.DOES_NOT_HOLD, 0.011, 0.004, 0.018, Optional.empty()),
                Samples.verdict(Verdict.Decision.NOT_DECIDED, 0.022, 0.005, 0.041, Optional.of("the interval straddles the bound"))), List.of("3 citations skipped"));
    }

    @Test
    void showsEveryPartOfTheRun() {
        List<TrialResult> trials = Samples.trials(5);
        String page = HtmlReport.page(run(trials), Samples.epochs(trials, 300), List.of());
        for (String part : List.of("Node classification with few labels on Cora", "completed", "does not hold", "0.0412", "[0.0301, 0.0523]", "0.734 (Table 3)", "main.model.hidden",
                "command line (main.model.hidden=32)", "2 listed", "org.espalier.gnd-nets", "3 citations skipped", "Permission is hereby granted", "validation-accuracy")) {
            assertTrue(page.contains(part), part);
        }
    }

    @Test
    void escapesWhateverUsersAndPluginsSay() {
        TrialResult trial = Samples.trial(HOSTILE, 5, 1, 0.7);
        String page = HtmlReport.page(Samples.run(List.of(trial), List.of(), List.of(HOSTILE)), Samples.epochs(List.of(trial), 40), List.of());
        assertFalse(page.contains(HOSTILE));
        assertEquals(3, Pattern.compile("<script").matcher(page).results().count());
    }

    @Test
    void loadsNothingFromElsewhere() {
        String page = HtmlReport.page(run(Samples.trials(2)), List.of(), List.of());
        assertFalse(Pattern.compile("(src|href)\\s*=|url\\(|@import").matcher(page.substring(0, page.indexOf("<script"))).find());
    }

    @Test
    void staysSmallHoweverLongTheRun() {
        List<TrialResult> trials = Samples.trials(10);
        int size = HtmlReport.page(run(trials), Samples.epochs(trials, 4000), List.of()).getBytes(StandardCharsets.UTF_8).length;
        assertTrue(size < 1_000_000, size + " bytes");
    }

    @Test
    void isWrittenForARunWithoutResults() {
        assertTrue(HtmlReport.page(Samples.run(List.of(), List.of(), List.of()), List.of(), List.of()).contains("No trial has ended."));
    }
}
