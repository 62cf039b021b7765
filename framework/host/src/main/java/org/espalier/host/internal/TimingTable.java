package org.espalier.host.internal;

import java.util.List;
import java.util.Locale;

import org.espalier.core.bench.CaseTiming;
import org.espalier.core.bench.Timing;
import org.espalier.core.bench.Timing.Spread;
import org.espalier.report.terminal.Format;
import org.espalier.report.terminal.TextTable;

/** Timings for people, in milliseconds. */
final class TimingTable {
    private TimingTable() {
    }

    static String text(List<Timing> timings) {
        if (timings.isEmpty()) {
            return "";
        }
        TextTable table = new TextTable().left("variant").left("model").right("step ms").right("least - greatest").right("epoch ms").right("least - greatest")
                .right("memory").left("device");
        timings.forEach(t -> table.row(t.label(), t.model(), median(t.step()), range(t.step()), median(t.epoch()), range(t.epoch()), Format.bytes(t.memory()),
                t.device() + ", " + Format.count(t.threads(), "thread") + ", " + Format.count(t.repetitions(), "repetition")));
        return table.text(TerminalOutput.width());
    }

    static String textOfCases(List<CaseTiming> timings) {
        if (timings.isEmpty()) {
            return "";
        }
        TextTable table = new TextTable().left("variant").left("extension").left("work").right("ms").right("least - greatest").right("per second").left("device");
        timings.forEach(t -> table.row(t.label(), t.extension(), t.name(), median(t.seconds()), range(t.seconds()), String.format(Locale.ROOT, "%,.0f %s", t.rate(), t.unit()),
                t.device() + ", " + Format.count(t.threads(), "thread") + ", " + Format.count(t.repetitions(), "repetition")));
        return table.text(TerminalOutput.width());
    }

    private static String median(Spread seconds) {
        return milliseconds(seconds.median());
    }

    private static String range(Spread seconds) {
        return milliseconds(seconds.min()) + " - " + milliseconds(seconds.max());
    }

    private static String milliseconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds * 1e3);
    }
}
