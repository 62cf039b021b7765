package org.espalier.report.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.espalier.core.run.EpochRecord;
import org.espalier.core.run.RunEvent;
import org.espalier.core.run.RunOutcome;
import org.espalier.report.Samples;
import org.junit.jupiter.api.Test;

class ProgressViewTest {
    private static final String RUN = "gndnets/cora/r1";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();

    private ProgressView view(boolean live, int width) {
        return new ProgressView(new PrintStream(bytes, true, StandardCharsets.UTF_8), live, () -> width, nanos::get, Symbols.ASCII);
    }

    private String shown() {
        String text = bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
        bytes.reset();
        return text;
    }

    private void pass(double seconds) {
        nanos.addAndGet((long) (seconds * 1e9));
    }

    private static RunEvent epoch(String trial, int epoch) {
        return new RunEvent.EpochDone(RUN, new EpochRecord(trial, "main", epoch, 100, Samples.ordered("train-loss", 2.0 / epoch, "validation-loss", 1), epoch * 0.1));
    }

    @Test
    void printsPlainLinesSparinglyWhereNothingCanBeRedrawn() {
        try (ProgressView view = view(false, 80)) {
            view.on(new RunEvent.Started(RUN, "Cora", 2, 0));
            for (int e = 1; e <= 60; e++) {
                view.on(epoch("a", e));
                pass(0.1);
            }
            view.on(new RunEvent.TrialFinished(RUN, Samples.trial("gcn", 5, 1, 0.7)));
            view.on(new RunEvent.Finished(RUN, Path.of(RUN), RunOutcome.COMPLETED, List.of()));
        }
        assertEquals("""
                gndnets/cora/r1: Cora, 2 trials
                a  epoch 1/100  train-loss 2.0000  validation-loss 1.0000  (0 of 2 trials done)
                a  epoch 51/100  train-loss 0.0392  validation-loss 1.0000  (0 of 2 trials done)
                1/2  gcn,labels-per-class=5,seed=1  accuracy 0.7000  macro-f1 0.6900  200 epochs  1.25 s
                gndnets/cora/r1: completed after 6.00 s
                """, shown());
    }

    @Test
    void redrawsALineForEachTrialAndOneForTheRun() {
        try (ProgressView view = view(true, 120)) {
            view.on(new RunEvent.Started(RUN, "Cora", 4, 0));
            view.on(new RunEvent.TrialStarted(RUN, "a", "gcn", 1));
            view.on(new RunEvent.TrialStarted(RUN, "b", "gcn", 1));
            view.on(epoch("a", 49));
            shown();
            pass(5);
            view.on(epoch("a", 50));
            assertEquals("""
                    \033[1A\r\033[Ja  ##########..........   50/100  #_                train-loss 0.0400  validation-loss 1.0000  10 epochs/s
                    b  ....................  preparing
                    gndnets/cora/r1  ###.................  0/4 trials  0:05  about 0:35 left
                    """, shown());
        }
    }

    @Test
    void showsHowFarLoadingIsUntilTheFirstEpoch() {
        try (ProgressView view = view(true, 120)) {
            view.on(new RunEvent.Started(RUN, "Cora", 1, 0));
            view.on(new RunEvent.TrialStarted(RUN, "a", "gcn", 1));
            shown();
            pass(5);
            view.on(new RunEvent.Loading(RUN, "a", "counting values, 1,200,000 rows, 350,000 rows/s", 0.25));
            assertTrue(shown().contains("a  #####...............  counting values, 1,200,000 rows, 350,000 rows/s\n"));
            pass(5);
            view.on(epoch("a", 1));
            assertFalse(shown().contains("counting"));
        }
        try (ProgressView view = view(false, 120)) {
            view.on(new RunEvent.Started(RUN, "Cora", 1, 0));
            shown();
            view.on(new RunEvent.Loading(RUN, "a", "counting values", 0.25));
            view.on(new RunEvent.Loading(RUN, "a", "counting values", 0.26));
            assertEquals("a  counting values  (25 %)\n", shown());
        }
    }

    @Test
    void drawsAtMostTenTimesASecond() {
        try (ProgressView view = view(true, 80)) {
            view.on(new RunEvent.Started(RUN, "Cora", 1, 0));
            for (int e = 1; e <= 100; e++) {
                pass(0.01);
                view.on(epoch("a", e));
            }
            long drawings = shown().lines().filter(line -> line.contains("/1 trial")).count();
            assertTrue(drawings <= 11, drawings + " drawings in a second");
        }
    }

    @Test
    void neverWritesALineThatTheTerminalWouldWrap() {
        try (ProgressView view = view(true, 40)) {
            view.on(new RunEvent.Started(RUN, "Cora", 1, 0));
            shown();
            pass(1);
            view.on(epoch("a-trial-with-a-rather-long-name-that-goes-on-and-on", 10));
            shown().replaceAll("\033\\[[0-9]*[A-Z]|\r", "").lines().forEach(line -> assertTrue(line.length() < 40, line));
        }
    }

    @Test
    void keepsFailuresAndEachNoteOnceOnTheScreen() {
        try (ProgressView view = view(true, 80)) {
            view.on(new RunEvent.Started(RUN, "Cora", 2, 0));
            view.on(new RunEvent.Note(RUN, "a", "3 citations skipped"));
            view.on(new RunEvent.Note(RUN, "b", "3 citations skipped"));
            view.on(new RunEvent.TrialFinished(RUN, Samples.diverged("gcn", 5, 2)));
            String text = shown();
            assertEquals(text.indexOf("3 citations"), text.lastIndexOf("3 citations"));
            assertTrue(text.contains("diverged: The training loss"), text);
        }
    }

    @Test
    void leavesNoLiveLinesBehind() {
        ProgressView view = view(true, 80);
        view.on(new RunEvent.Started(RUN, "Cora", 1, 0));
        view.on(epoch("a", 1));
        view.on(new RunEvent.Finished(RUN, Path.of(RUN), RunOutcome.INTERRUPTED, List.of()));
        shown();
        view.close();
        assertFalse(shown().contains("trial"));
    }
}
