package org.espalier.host.launcher;

import java.util.Arrays;
import java.util.List;

/**
 * The command line, taken apart as far as the launcher must understand it.
 *
 * @param verbose   whether to time the start on standard error
 * @param command   what to call
 * @param arguments for the command
 */
record Invocation(boolean verbose, String command, List<String> arguments) {
    private static final String VERSION = "--version";

    static Invocation of(String... args) {
        boolean verbose = args.length > 0 && args[0].equals("--verbose");
        List<String> rest = Arrays.asList(args).subList(verbose ? 1 : 0, args.length);
        if (rest.isEmpty()) {
            return new Invocation(verbose, "shell", List.of());
        }
        return new Invocation(verbose, command(rest.get(0)), List.copyOf(rest.subList(1, rest.size())));
    }

    private static String command(String first) {
        return first.equals("--help") || first.equals("-h") ? CommandTable.HELP : first;
    }

    boolean asksVersion() {
        return command.equals(VERSION);
    }
}
