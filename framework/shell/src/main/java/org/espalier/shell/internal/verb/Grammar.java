package org.espalier.shell.internal.verb;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads a verb's arguments. */
final class Grammar {
    private static final String HELP = "--help";
    private static final int LEAST_WIDTH = 60;

    private final Verb verb;

    Grammar(Verb verb) {
        this.verb = verb;
    }

    Given read(String[] words, Console console) {
        CommandLine line = new CommandLine(spec());
        try {
            return new Given(line.parseArgs(GogoWords.mended(words)), console);
        } catch (ParameterException e) {
            throw new Refusal(verb.name() + ": " + sentence(e) + " (" + verb.name() + " --help shows what it takes)", e);
        }
    }

    String help(int width) {
        CommandSpec spec = spec();
        spec.usageMessage().width(Math.max(LEAST_WIDTH, width));
        return new CommandLine(spec).getUsageMessage(Ansi.OFF);
    }

    private static String sentence(ParameterException e) {
        String message = e.getMessage().replaceAll("\\s+", " ");
        String hint = e instanceof UnmatchedArgumentException unmatched && !unmatched.getSuggestions().isEmpty()
                ? "; did you mean " + String.join(" or ", unmatched.getSuggestions().stream().limit(2).toList()) + "?" : "";
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1) + hint;
    }

    private CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(verb.name());
        describe(spec.usageMessage());
        List<Argument> positionals = verb.positionals();
        for (int i = 0; i < positionals.size(); i++) {
            spec.addPositional(positional(positionals.get(i), i));
        }
        verb.options().forEach(option -> spec.addOption(option(option)));
        return spec.addOption(OptionSpec.builder(HELP).usageHelp(true).description("show this help").build());
    }

    private void describe(UsageMessageSpec usage) {
        usage.description(verb.summary() + ".").sortOptions(false);
        if (!verb.examples().isEmpty()) {
            usage.footerHeading("%nExamples:%n").footer(verb.examples().stream().map(e -> "  " + e).collect(Collectors.toList()).toArray(String[]::new));
        }
    }

    private static PositionalParamSpec positional(Argument argument, int index) {
        return PositionalParamSpec.builder().index(argument.many() ? index + "..*" : "" + index)
                .arity(argument.many() ? "0..*" : argument.required() ? "1" : "0..1").required(argument.required())
                .paramLabel(argument.label()).description(argument.description()).type(argument.many() ? List.class : String.class).auxiliaryTypes(String.class).build();
    }

    private static OptionSpec option(Argument argument) {
        OptionSpec.Builder builder = OptionSpec.builder(argument.name()).description(argument.description());
        return argument.isFlag() ? builder.arity("0").type(boolean.class).build()
                : builder.arity("1").paramLabel(argument.label()).type(argument.values() == Values.NUMBERS ? Integer.class : String.class).build();
    }
}
