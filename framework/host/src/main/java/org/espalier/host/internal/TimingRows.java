package org.espalier.host.internal;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;

import org.espalier.core.bench.CaseTiming;
import org.espalier.core.bench.Measurement;
import org.espalier.core.bench.Timing;
import org.espalier.core.bench.Timing.Spread;
import org.espalier.core.experiment.Plan;
import org.espalier.core.experiment.Stage;
import org.espalier.core.experiment.Trial;
import org.espalier.report.terminal.Format;

/** Timings for people, in milliseconds: a table of which each row is printed when it has been measured, so its columns' widths are fixed beforehand. */
final class TimingRows {
    private static final String NUMBERS = " %-9s %11s %25s %6s  %s";

    private final PrintStream out;
    private final String format;
    private boolean begun;

    /** @param plan what is to be measured */
    TimingRows(Plan plan, PrintStream out) {
        Collection<Trial> trials = plan.representatives().values();
        int label = trials.stream().mapToInt(trial -> trial.label().length()).max().orElse(0);
        int extension = trials.stream().map(TimingRows::last).mapToInt(stage -> Math.max(stage.model().extension().id().length(), stage.dataset().extension().id().length())).max().orElse(0);
        this.out = out;
        this.format = " %-" + Math.max(label, "variant".length()) + "s %-" + Math.max(extension, "extension".length()) + "s" + NUMBERS;
    }

    private static Stage last(Trial trial) {
        return trial.stages().get(trial.stages().size() - 1);
    }

    void print(Measurement measured) {
        measured.training().ifPresent(this::print);
        measured.cases().forEach(this::print);
    }

    private void print(Timing timing) {
        begin(timing.device(), timing.threads());
        row(timing.label(), timing.model(), "step", timing.step(), timing.repetitions(), "holds " + Format.bytes(timing.memory()));
        row("", "", "epoch", timing.epoch(), timing.epochs(), "");
    }

    private void print(CaseTiming timing) {
        begin(timing.device(), timing.threads());
        row(timing.label(), timing.extension(), timing.name(), timing.seconds(), timing.repetitions(), String.format(Locale.ROOT, "%,.0f %s a second", timing.rate(), timing.unit()));
    }

    private void begin(String device, int threads) {
        if (!begun) {
            out.println("On " + device + ", " + Format.count(threads, "thread") + "; milliseconds, median of the calls:");
            line("variant", "extension", "work", "ms", "least - greatest", "calls", "");
            begun = true;
        }
    }

    private void row(String label, String extension, String work, Spread seconds, int calls, String remark) {
        line(label, extension, work, milliseconds(seconds.median()), milliseconds(seconds.min()) + " - " + milliseconds(seconds.max()), calls, remark);
    }

    private void line(Object... cells) {
        out.println(String.format(Locale.ROOT, format, cells).stripTrailing());
    }

    private static String milliseconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds * 1e3);
    }
}
