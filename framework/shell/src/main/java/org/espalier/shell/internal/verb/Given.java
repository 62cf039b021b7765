package org.espalier.shell.internal.verb;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

import org.espalier.report.json.Json;

import picocli.CommandLine.ParseResult;

/** The arguments a command was given. */
public final class Given {
    private final ParseResult words;
    private final Console console;

    Given(ParseResult words, Console console) {
        this.words = words;
        this.console = console;
    }

    boolean asksHelp() {
        return words.isUsageHelpRequested();
    }

    public Console console() {
        return console;
    }

    public boolean has(String flag) {
        return words.hasMatchedOption(flag);
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(words.matchedOptionValue(name, null));
    }

    public OptionalInt number(String name) {
        Integer value = words.matchedOptionValue(name, null);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** A positional argument that must be given. */
    public String first() {
        return word(0).orElseThrow();
    }

    public Optional<String> word(int index) {
        return Optional.ofNullable(words.matchedPositionalValue(index, (String) null));
    }

    /** The positional arguments after the first. */
    public List<String> rest() {
        return words.matchedPositionalValue(1, List.of());
    }

    /** The data as JSON if that was asked for, otherwise as text. */
    public String shown(Object data, Supplier<String> text) {
        return has("--json") ? Json.pretty(data) : text.get();
    }
}
