package org.espalier.host.launcher;

import org.slf4j.LoggerFactory;

/** Entry point of the {@code espalier} script: {@code espalier [--verbose] [command] [arguments]}. */
public final class Launcher {
    private static final int INTERNAL_ERROR = 1;
    private static final int INTERRUPTED = 4;

    private Launcher() {
    }

    /** Never returns: the process ends with the command's exit code. */
    public static void main(String[] args) {
        Termination termination = new Termination(Thread.currentThread());
        termination.exit(exitCode(Invocation.of(args), termination));
    }

    private static int exitCode(Invocation invocation, Termination termination) {
        try {
            return run(invocation, termination);
        } catch (InterruptedException e) {
            return interrupted();
        } catch (Exception | LinkageError e) {
            if (termination.isRequested()) {
                return interrupted();
            }
            LoggerFactory.getLogger(Launcher.class).error("Stopped by an internal error: {}. Its stack trace is in {}", e, System.getProperty("espalier.log"), e);
            return INTERNAL_ERROR;
        }
    }

    private static int interrupted() {
        System.err.println("Interrupted while starting; nothing was done.");
        return INTERRUPTED;
    }

    private static int run(Invocation invocation, Termination termination) throws Exception {
        if (invocation.asksVersion()) {
            System.out.println("espalier " + Installation.version());
            return 0;
        }
        Stopwatch stopwatch = new Stopwatch(invocation.verbose());
        try (Host host = Host.start(Installation.here(), stopwatch)) {
            termination.throwIfRequested();
            return new CommandTable(host, stopwatch).call(invocation);
        }
    }
}
