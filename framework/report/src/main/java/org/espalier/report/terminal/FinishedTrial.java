package org.espalier.report.terminal;

import java.util.stream.Collectors;

import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.TrialResult;

/** A finished trial in a line. */
record FinishedTrial(TrialResult result) {
    /** Numbers in the line; the report has all. */
    private static final int SHOWN = 5;

    boolean failed() {
        return result.outcome() != RunOutcome.COMPLETED;
    }

    String text() {
        return result.trial() + "  " + (failed() ? result.outcome().words() + ": " + result.message() : numbers());
    }

    private String numbers() {
        return result.metrics().entrySet().stream().limit(SHOWN).map(m -> m.getKey() + " " + Format.value(m.getValue())).collect(Collectors.joining("  ", "", "  "))
                + Format.count(result.epochs(), "epoch") + "  " + Format.seconds(result.seconds());
    }
}
