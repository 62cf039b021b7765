package org.espalier.report.terminal;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

import org.espalier.core.run.EpochRecord;
import org.espalier.core.run.RunEvent;
import org.espalier.core.run.RunListener;

/**
 * Shows runs as they go. On a terminal: a line for each running trial and one for each run, redrawn in place ten times a second at most. Elsewhere: plain
 * lines, one for each finished trial and one every few seconds. Safe for all threads; close it before anything else is printed.
 */
public final class ProgressView implements RunListener, AutoCloseable {
    private static final long FRAME = 100_000_000L;
    private static final long BETWEEN_PLAIN_LINES = 5_000_000_000L;

    private final Screen screen;
    private final boolean live;
    private final IntSupplier columns;
    private final LongSupplier clock;
    private final Symbols symbols;
    private final Map<String, RunProgress> runs = new LinkedHashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final ScheduledExecutorService ticker;
    private long shown;

    /**
     * A view of the terminal's usual width.
     *
     * @param out  where to; not closed
     * @param live whether lines can be redrawn in place
     */
    public ProgressView(PrintStream out, boolean live) {
        this(out, live, ProgressView::usualColumns);
    }

    /** @param columns the terminal's width, asked before each drawing */
    public ProgressView(PrintStream out, boolean live, IntSupplier columns) {
        this(out, live, columns, System::nanoTime, Symbols.fitting());
    }

    ProgressView(PrintStream out, boolean live, IntSupplier columns, LongSupplier clock, Symbols symbols) {
        this.screen = new Screen(out);
        this.live = live;
        this.columns = columns;
        this.clock = clock;
        this.symbols = symbols;
        this.shown = clock.getAsLong() - BETWEEN_PLAIN_LINES;
        this.ticker = Executors.newSingleThreadScheduledExecutor(ProgressView::daemon);
        if (live) {
            // epochs may be slow: the clock shows that it goes on
            ticker.scheduleWithFixedDelay(this::drawIfDue, 1, 1, TimeUnit.SECONDS);
        }
    }

    @Override
    public synchronized void on(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            begin(started);
        } else if (runs.containsKey(event.run())) {
            follow(runs.get(event.run()), event);
        }
        drawIfDue();
    }

    private void begin(RunEvent.Started started) {
        runs.put(started.run(), new RunProgress(started, clock.getAsLong()));
        screen.line(started.run() + ": " + started.title() + ", " + Format.count(started.trials(), "trial")
                + (started.alreadyDone() == 0 ? "" : ", " + started.alreadyDone() + " already done"));
    }

    private void follow(RunProgress run, RunEvent event) {
        if (event instanceof RunEvent.TrialStarted started) {
            run.begin(started.trial());
        } else if (event instanceof RunEvent.EpochDone done) {
            epoch(run, done.epoch());
        } else if (event instanceof RunEvent.Loading loading) {
            plainly(run, run.load(loading));
        } else if (event instanceof RunEvent.Note note && notes.add(note.run() + note.text())) {
            screen.line("note: " + note.text());
        } else if (event instanceof RunEvent.TrialFinished finished) {
            run.finish(finished);
            FinishedTrial line = new FinishedTrial(finished.result());
            if (!live || line.failed()) {
                screen.line(run.done() + "/" + run.trials() + "  " + line.text());
            }
        } else if (event instanceof RunEvent.Finished finished) {
            runs.remove(finished.run());
            screen.line(finished.run() + ": " + finished.outcome().words() + " after " + Format.seconds(run.elapsed(clock.getAsLong())));
        }
    }

    private void epoch(RunProgress run, EpochRecord epoch) {
        plainly(run, run.add(epoch));
    }

    private void plainly(RunProgress run, TrialProgress trial) {
        long now = clock.getAsLong();
        if (!live && now - shown >= BETWEEN_PLAIN_LINES) {
            shown = now;
            screen.line(LiveFrame.plain(run, trial));
        }
    }

    private synchronized void drawIfDue() {
        long now = clock.getAsLong();
        if (live && (now - shown >= FRAME || runs.isEmpty())) {
            shown = now;
            screen.draw(new LiveFrame(symbols, columns.getAsInt(), now).lines(runs.values()));
        }
    }

    /** Prints a line that stays, above the live ones. */
    public synchronized void say(String line) {
        screen.line(line);
    }

    /** Takes the live lines off the terminal. */
    @Override
    public synchronized void close() {
        ticker.shutdownNow();
        runs.clear();
        screen.clear();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    }

    private static int usualColumns() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("\\d{2,4}") ? Integer.parseInt(columns) : 80;
    }
}
