package org.espalier.shell.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.apache.felix.gogo.jline.Shell;
import org.espalier.core.run.RunHandle;
import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.RunRecord;
import org.espalier.shell.internal.Fakes;
import org.espalier.shell.internal.GogoSession;
import org.espalier.shell.internal.verb.Console;
import org.espalier.shell.internal.verb.Refusal;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WatchTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final CountDownLatch awaited = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CompletableFuture<RunRecord> end = new CompletableFuture<>();

    private final RunHandle run = new RunHandle() {
        @Override
        public String id() {
            return Fakes.RUN;
        }

        @Override
        public Path folder() {
            return Path.of("runs");
        }

        @Override
        public void stop() {
            stopped.countDown();
        }

        @Override
        public RunRecord await() throws InterruptedException {
            awaited.countDown();
            try {
                return end.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    private Future<RunRecord> follow(Terminal terminal) throws InterruptedException {
        try (GogoSession gogo = new GogoSession()) {
            gogo.session().put(Shell.VAR_TERMINAL, terminal);
            Console console = Console.of(gogo.session());
            FutureTask<RunRecord> task = new FutureTask<>(() -> new Watch(console).follow(view -> run));
            new Thread(task, "command").start();
            awaited.await();
            return task;
        }
    }

    private Terminal terminal() throws IOException {
        return new DumbTerminal("test", "xterm", InputStream.nullInputStream(), screen, StandardCharsets.UTF_8);
    }

    @Test
    void stopsTheRunAtCtrlCAndShowsHowItEnded() throws Exception {
        try (Terminal terminal = terminal()) {
            Future<RunRecord> command = follow(terminal);
            terminal.raise(Signal.INT);
            stopped.await();
            end.complete(Fakes.record(RunOutcome.INTERRUPTED));
            assertEquals("\nStopped; nothing is lost. Go on with: run:resume " + Fakes.RUN, Watch.advice(command.get(10, TimeUnit.SECONDS)));
            assertTrue(screen.toString(StandardCharsets.UTF_8).contains("Stopping " + Fakes.RUN));
        }
    }

    @Test
    void waitsNoLongerAtASecondCtrlC() throws Exception {
        try (Terminal terminal = terminal()) {
            Future<RunRecord> command = follow(terminal);
            terminal.raise(Signal.INT);
            terminal.raise(Signal.INT);
            Throwable refusal = assertThrows(ExecutionException.class, () -> command.get(10, TimeUnit.SECONDS)).getCause();
            assertTrue(refusal instanceof Refusal && refusal.toString().contains("run:resume " + Fakes.RUN), refusal.toString());
        }
    }
}
