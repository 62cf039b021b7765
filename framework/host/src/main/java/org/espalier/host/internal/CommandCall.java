package org.espalier.host.internal;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

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
        if (problem instanceof InterruptedException || problem instanceof CancellationException) {
            System.err.println("Interrupted.");
            return ExitCode.INTERRUPTED;
        }
        return problem instanceof InputException ? badInput(problem.getMessage()) : internalError(problem);
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
