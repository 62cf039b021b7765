package org.espalier.host.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

import org.espalier.api.error.InputException;
import org.junit.jupiter.api.Test;

import picocli.CommandLine.Command;

class CommandCallTest {
    /** A command that fails in one way. */
    @Command
    static final class Failing implements Callable<Integer> {
        private final Exception problem;

        Failing(Exception problem) {
            this.problem = problem;
        }

        @Override
        public Integer call() throws Exception {
            throw problem;
        }
    }

    private static int exitCode(Exception problem) {
        return CommandCall.execute(new Failing(problem), System.out);
    }

    @Test
    void aFileThatASignalClosedIsAnInterruption() {
        assertEquals(ExitCode.INTERRUPTED, exitCode(new InputException("Cannot write the run folder", new ClosedByInterruptException())));
        assertEquals(ExitCode.INTERRUPTED, exitCode(new InterruptedException()));
        assertEquals(ExitCode.INTERRUPTED, exitCode(new CancellationException()));
    }

    @Test
    void aFullDiskIsBadInput() {
        assertEquals(ExitCode.BAD_INPUT, exitCode(new InputException("Cannot write the run folder", new IOException("No space left on device"))));
    }
}
