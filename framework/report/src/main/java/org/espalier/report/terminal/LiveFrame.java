package org.espalier.report.terminal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The lines of live progress: one for each running trial, one for each run. */
final class LiveFrame {
    private static final int BAR = 20;
    private static final int COURSE = 16;
    private static final int SHOWN_TRIALS = 12;
    private static final int LONGEST_NAME = 36;

    private final Symbols symbols;
    private final int width;
    private final long now;

    LiveFrame(Symbols symbols, int width, long now) {
        this.symbols = symbols;
        this.width = width;
        this.now = now;
    }

    List<String> lines(Collection<RunProgress> runs) {
        List<String> lines = new ArrayList<>();
        for (RunProgress run : runs) {
            int names = Math.min(LONGEST_NAME, run.running().stream().mapToInt(t -> t.trial().length()).max().orElse(0));
            run.running().stream().limit(SHOWN_TRIALS).forEach(trial -> lines.add(trialLine(trial, names)));
            if (run.running().size() > SHOWN_TRIALS) {
                lines.add(symbols.ellipsis + " and " + (run.running().size() - SHOWN_TRIALS) + " more trials");
            }
            lines.add(runLine(run));
        }
        return lines;
    }

    private String trialLine(TrialProgress trial, int names) {
        String name = String.format("%-" + Math.max(1, names) + "s", shortened(trial.trial(), names));
        if (trial.loading().isPresent()) {
            return joined(List.of(name, bar(trial.loading().get().share()), trial.loading().get().doing()));
        }
        if (!trial.begun()) {
            return joined(List.of(name, bar(0), "preparing"));
        }
        List<String> parts = new ArrayList<>(List.of(name, bar(trial.share()),
                String.format("%" + digits(trial.latest().epochs()) + "d/%d", trial.latest().epoch(), trial.latest().epochs()),
                String.format("%-" + COURSE + "s", Sparkline.text(trial.course(), COURSE, symbols))));
        trial.values().forEach((key, value) -> parts.add(key + " " + Format.value(value)));
        parts.add(throughput(trial.throughput()));
        return joined(parts);
    }

    private String runLine(RunProgress run) {
        double remaining = run.remaining(now);
        return joined(List.of(run.id(), bar(run.share()), run.done() + "/" + Format.count(run.trials(), "trial"), clock(run.elapsed(now)),
                Double.isNaN(remaining) ? "" : "about " + clock(remaining) + " left"));
    }

    private static String throughput(double epochs) {
        return Double.isNaN(epochs) ? "" : String.format(Locale.ROOT, epochs < 10 ? "%.1f epochs/s" : "%.0f epochs/s", epochs);
    }

    private static String clock(double seconds) {
        long whole = (long) seconds;
        return whole < 3600 ? String.format("%d:%02d", whole / 60, whole % 60) : Format.seconds(whole);
    }

    private String bar(double share) {
        int filled = (int) Math.round(share * BAR);
        return String.valueOf(symbols.filled).repeat(filled) + String.valueOf(symbols.open).repeat(BAR - filled);
    }

    private String shortened(String name, int length) {
        return name.length() <= length ? name : name.substring(0, length - symbols.ellipsis.length()) + symbols.ellipsis;
    }

    /** As many parts as fit into one line: a line that the terminal wraps could not be redrawn in place. */
    private String joined(List<String> parts) {
        String line = parts.stream().filter(part -> !part.isEmpty()).reduce((left, right) -> left.length() + 2 + right.length() < width ? left + "  " + right : left)
                .orElse("");
        return line.length() < width ? line : line.substring(0, Math.max(0, width - 1));
    }

    private static int digits(int number) {
        return String.valueOf(number).length();
    }

    /** A line of text for a terminal that cannot be redrawn. */
    static String plain(RunProgress run, TrialProgress trial) {
        return trial.loading().map(loading -> trial.trial() + "  " + loading.doing() + String.format(Locale.ROOT, "  (%.0f %%)", 100 * loading.share()))
                .orElseGet(() -> training(run, trial));
    }

    private static String training(RunProgress run, TrialProgress trial) {
        return trial.trial() + "  epoch " + trial.latest().epoch() + "/" + trial.latest().epochs() + "  " + values(trial)
                + "  (" + run.done() + " of " + Format.count(run.trials(), "trial") + " done)";
    }

    private static String values(TrialProgress trial) {
        return trial.values().entrySet().stream().map(v -> v.getKey() + " " + Format.value(v.getValue())).collect(Collectors.joining("  "));
    }
}
