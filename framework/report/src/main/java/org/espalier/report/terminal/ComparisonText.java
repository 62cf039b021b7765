package org.espalier.report.terminal;

import java.util.List;

import org.espalier.core.run.RunComparison;
import org.espalier.core.run.RunComparison.Difference;
import org.espalier.core.run.RunComparison.MetricDifference;
import org.espalier.core.run.Statistic;

/** What differs between two runs, as tables. */
public final class ComparisonText {
    /** Enough of a value to see that it is another. */
    private static final int LONGEST = 40;

    private ComparisonText() {
    }

    public static String text(String first, String second, RunComparison comparison, int width) {
        StringBuilder text = new StringBuilder("first   " + first + "\nsecond  " + second + "\n");
        append(text, "setting", comparison.settings(), width);
        append(text, "made with", comparison.made(), width);
        if (!comparison.results().isEmpty()) {
            TextTable table = new TextTable().left("trials").left("metric").right("first").right("second").right("change, seed by seed").right("95 % interval").right("seeds");
            comparison.results().forEach(d -> table.row(d.trials(), d.metric(), statistic(d.first()), statistic(d.second()), Format.value(d.change()), interval(d), d.first().count()));
            text.append('\n').append(table.text(width));
        }
        return text.append('\n').append(summary(comparison)).append('\n').toString();
    }

    private static void append(StringBuilder text, String title, List<Difference> differences, int width) {
        if (!differences.isEmpty()) {
            TextTable table = new TextTable().left(title).left("first").left("second");
            differences.forEach(d -> table.row(d.what(), cut(d.first()), cut(d.second())));
            text.append('\n').append(table.text(width));
        }
    }

    private static String summary(RunComparison comparison) {
        int all = comparison.equal() + comparison.results().size();
        return all == 0 ? "They have no completed trial in common."
                : "Of " + Format.count(all, "result") + " in common, " + comparison.equal() + (comparison.equal() == 1 ? " is" : " are") + " equal to the last bit.";
    }

    private static String statistic(Statistic statistic) {
        return Format.statistic(statistic, statistic.count(), Symbols.fitting().plusMinus);
    }

    private static String interval(MetricDifference difference) {
        return Double.isNaN(difference.low()) ? "" : "[" + Format.value(difference.low()) + ", " + Format.value(difference.high()) + "]";
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
