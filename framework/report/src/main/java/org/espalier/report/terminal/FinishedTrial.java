package org.espalier.report.terminal;

import java.util.stream.Collectors;

import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.TrialResult;

/** A finished trial in a line. */
record FinishedTrial(TrialResult result) {

    boolean failed() {
        return result.outcome() != RunOutcome.COMPLETED;
    }

    String text() {
        return result.trial() + "  " + (failed() ? result.outcome().words() + ": " + result.message() : numbers());
    }

    private String numbers() {
        return result.metrics().entrySet().stream().map(m -> m.getKey() + " " + Format.value(m.getValue())).collect(Collectors.joining("  ", "", "  "))
                + Format.count(result.epochs(), "epoch") + "  " + Format.seconds(result.seconds());
    }
}
