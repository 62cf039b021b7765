package org.espalier.host.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.espalier.api.error.InputException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which experiments, with which values: common to all commands. */
@Command(sortOptions = false, usageHelpAutoWidth = true, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {ExitCode.DONE_LINE,
        ExitCode.INTERNAL_ERROR_LINE, ExitCode.BAD_INPUT_LINE, ExitCode.DIVERGED_LINE, ExitCode.INTERRUPTED_LINE, ExitCode.PLUGIN_FAULT_LINE,
        ExitCode.CLAIM_FAILED_LINE})
final class ExperimentArguments {
    private static final Pattern OVERRIDE = Pattern.compile("[\\w-]+(\\.[\\w-]+)*=.*", Pattern.DOTALL);

    @Parameters(paramLabel = "EXPERIMENT|key=value", description = "ids or YAML files of experiments, and values to set in them, like main.model.hidden=32")
    private final List<String> arguments = new ArrayList<>();

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "show this help")
    private boolean help;

    List<String> experiments() {
        return arguments.stream().filter(argument -> !isOverride(argument)).toList();
    }

    List<String> overrides() {
        return arguments.stream().filter(ExperimentArguments::isOverride).toList();
    }

    private static boolean isOverride(String argument) {
        return OVERRIDE.matcher(argument).matches();
    }

    boolean isEmpty() {
        return arguments.isEmpty();
    }

    /** @throws InputException if no experiment is named */
    void requireExperiment() {
        if (experiments().isEmpty()) {
            throw new InputException("Which experiment? Give its id or YAML file; the shell's exp:list shows all ids");
        }
    }
}
