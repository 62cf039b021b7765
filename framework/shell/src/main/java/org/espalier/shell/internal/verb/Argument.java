package org.espalier.shell.internal.verb;

/**
 * Something a command takes.
 *
 * @param name        {@code --point}, or the label of a positional argument
 * @param label       how a value is called in help; empty for a flag
 * @param description one line
 * @param values      what it stands for; null for a flag
 * @param required    whether it must be given
 * @param many        whether it may be given several times
 */
public record Argument(String name, String label, String description, Values values, boolean required, boolean many) {
    boolean isOption() {
        return name.startsWith("-");
    }

    public boolean isFlag() {
        return isOption() && label.isEmpty();
    }
}
