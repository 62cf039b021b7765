package org.espalier.host.launcher;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Turns SIGTERM and SIGINT into an interrupt of the command, waits for it to save its work, and ends the process with its exit code. */
final class Termination {
    private static final long PATIENCE_SECONDS = 60;
    private static final int KILLED = 143;

    private final Thread command;
    private final CompletableFuture<Integer> code = new CompletableFuture<>();
    private volatile boolean requested;

    Termination(Thread command) {
        this.command = command;
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupt, "espalier-termination"));
    }

    /** Whether a signal has come: what fails afterwards fails for that. */
    boolean isRequested() {
        return requested;
    }

    /** The framework's start has code that forgets interrupts. */
    void throwIfRequested() throws InterruptedException {
        if (requested) {
            throw new InterruptedException();
        }
    }

    void exit(int exitCode) {
        code.complete(exitCode);
        System.exit(exitCode);
    }

    private void interrupt() {
        if (code.isDone()) {
            return;
        }
        requested = true;
        command.interrupt();
        // System.exit cannot change the code any more once a signal has begun the shutdown
        Runtime.getRuntime().halt(awaitedCode());
    }

    private int awaitedCode() {
        try {
            return code.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            System.err.println("The command did not stop within " + PATIENCE_SECONDS + " s; ending without it.");
            return KILLED;
        }
    }
}
