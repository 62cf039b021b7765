package org.espalier.shell.internal.command;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import org.espalier.core.run.RunHandle;
import org.espalier.core.run.RunListener;
import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.RunRecord;
import org.espalier.report.terminal.ProgressView;
import org.espalier.shell.internal.verb.Console;
import org.espalier.shell.internal.verb.Refusal;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/** Follows a run to its end. Ctrl-C stops the run rather than the command, so that what was saved can be told; a second one gives the shell back at once. */
final class Watch {
    private final Console console;

    Watch(Console console) {
        this.console = console;
    }

    /** @param starter starts the run with the listener it is given */
    RunRecord follow(Function<RunListener, RunHandle> starter) {
        try (ProgressView view = new ProgressView(console.progress(), console.terminal().isPresent(), console::width)) {
            RunHandle run = starter.apply(view);
            return console.terminal().isPresent() ? interruptible(run, view, console.terminal().get()) : await(run);
        }
    }

    /** What to do after a run that did not end well; empty otherwise. */
    static String advice(RunRecord run) {
        return run.outcome().filter(RunOutcome.INTERRUPTED::equals).map(o -> "\nStopped; nothing is lost. Go on with: run:resume " + run.id()).orElse("");
    }

    private static RunRecord interruptible(RunHandle run, ProgressView view, Terminal terminal) {
        Thread waiting = Thread.currentThread();
        AtomicBoolean stopping = new AtomicBoolean();
        SignalHandler usual = terminal.handle(Signal.INT, signal -> {
            if (stopping.compareAndSet(false, true)) {
                view.say("Stopping " + run.id() + " at its next checkpoint");
                run.stop();
            } else {
                waiting.interrupt();
            }
        });
        try {
            return await(run);
        } finally {
            terminal.handle(Signal.INT, usual);
        }
    }

    private static RunRecord await(RunHandle run) {
        try {
            return run.await();
        } catch (InterruptedException e) {
            run.stop();
            throw new Refusal("Not waiting for " + run.id() + " to stop. Go on with: run:resume " + run.id(), e);
        }
    }
}
