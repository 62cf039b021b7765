package org.espalier.host.internal;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.espalier.api.error.InputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses arguments into a command, calls it, and turns what goes wrong into a sentence and an exit code. */
final class CommandCall {
    private static final Logger LOG = LoggerFactory.getLogger(CommandCall.class);

    private CommandCall() {
    }

    /** @param out where help goes */
    static int execute(Callable<Integer> command, PrintStream out, String... arguments) {
        CommandLine line = new CommandLine(command);
        line.setOut(new PrintWriter(out, true));
        line.setParameterExceptionHandler((problem, given) -> badInput(problem.getMessage() + suggestion(problem)));
        line.setExecutionExceptionHandler((problem, called, parsed) -> exitCode(problem));
        return line.execute(arguments);
    }

    private static int exitCode(Exception problem) {
        if (isInterruption(problem)) {
            System.err.println("Interrupted.");
            return ExitCode.INTERRUPTED;
        }
        return problem instanceof InputException ? badInput(problem.getMessage()) : internalError(problem);
    }

    /** A signal may come while a file is written, which then fails for no other reason. */
    private static boolean isInterruption(Throwable problem) {
        return Stream.iterate(problem, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof InterruptedException || cause instanceof CancellationException || cause instanceof ClosedByInterruptException);
    }

    private static String suggestion(ParameterException problem) {
        List<String> nearest = problem instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        return nearest.isEmpty() ? "" : "; did you mean " + nearest.get(0) + "?";
    }

    private static int badInput(String message) {
        System.err.println(message);
        return ExitCode.BAD_INPUT;
    }

    private static int internalError(Exception problem) {
        LOG.error("Stopped by an internal error: {}. Its stack trace is in {}", problem, System.getProperty("espalier.log"), problem);
        return ExitCode.INTERNAL_ERROR;
    }
}
