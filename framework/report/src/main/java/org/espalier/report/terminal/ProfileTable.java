package org.espalier.report.terminal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.espalier.api.compute.Profile;
import org.espalier.api.compute.Profile.Line;
import org.espalier.core.run.TrialProfile;

/** Where the time of a run went, all trials together: a slow model explains itself. */
final class ProfileTable {
    private static final int LONGEST = 15;

    private ProfileTable() {
    }

    /** Nothing if nothing was timed. */
    static String text(List<TrialProfile> profiles, int width, Symbols symbols) {
        if (profiles.isEmpty()) {
            return "";
        }
        double total = profiles.stream().mapToDouble(trial -> trial.profile().seconds()).sum();
        double rate = profiles.stream().mapToDouble(trial -> trial.profile().productRate()).max().orElse(0);
        TextTable table = new TextTable().left("op").right("calls").right("time").right("share").right("each").right("GB/s").right("of the product rate");
        List<Line> lines = summed(profiles);
        lines.stream().limit(LONGEST).forEach(line -> row(table, line, total, rate));
        if (lines.size() > LONGEST) {
            double rest = lines.stream().skip(LONGEST).mapToDouble(Line::seconds).sum();
            table.row(lines.size() - LONGEST + " other kinds", "", Format.seconds(rest), percent(rest / total), "", "", "");
        }
        double outside = profiles.stream().map(TrialProfile::profile).mapToDouble(Profile::outside).sum();
        table.row("compiling, data, metrics", "", Format.seconds(outside), percent(outside / total), "", "", "");
        return "\nWhere " + Format.seconds(total) + " went" + (rate == 0 ? "" : String.format(Locale.ROOT, " (large products: %.1f GFLOP/s)", 2 * rate / 1e9)) + "\n"
                + table.text(width, symbols);
    }

    private static List<Line> summed(List<TrialProfile> profiles) {
        Map<String, Line> sums = new LinkedHashMap<>();
        profiles.stream().flatMap(trial -> trial.profile().lines().stream()).forEach(line -> sums.merge(line.op(), line, (a, b) ->
                new Line(a.op(), a.calls() + b.calls(), a.seconds() + b.seconds(), a.bytes() + b.bytes(), a.multiplyAdds() + b.multiplyAdds())));
        return sums.values().stream().sorted(Comparator.comparingDouble(Line::seconds).reversed()).toList();
    }

    private static void row(TextTable table, Line line, double total, double rate) {
        String each = String.format(Locale.ROOT, "%.1f us", line.seconds() / line.calls() * 1e6);
        String speed = String.format(Locale.ROOT, "%.1f", line.bytes() / line.seconds() / 1e9);
        table.row(line.op(), line.calls(), Format.seconds(line.seconds()), percent(line.seconds() / total), each, speed,
                line.multiplyAdds() == 0 || rate == 0 ? "" : percent(line.multiplyAdds() / line.seconds() / rate));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
