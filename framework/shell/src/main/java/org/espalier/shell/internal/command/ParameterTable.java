package org.espalier.shell.internal.command;

import org.espalier.core.config.Parameter;
import org.espalier.core.config.ParameterSchema;
import org.espalier.report.terminal.TextTable;

/** The parameters of an extension as a table. */
final class ParameterTable {
    private ParameterTable() {
    }

    static String text(ParameterSchema schema, int width) {
        TextTable table = new TextTable().left("key").left("type").left("default").left("allowed").left("meaning");
        schema.parameters().forEach(p -> table.row(p.key(), p.type(), p.required() ? "(needed)" : p.initial().orElse("none"), allowed(p),
                p.description() + (p.unit().isEmpty() ? "" : " (" + p.unit() + ")")));
        return table.isEmpty() ? "It takes no parameters.\n" : table.text(width);
    }

    private static String allowed(Parameter p) {
        return p.choices().isEmpty() ? p.range() : String.join(", ", p.choices());
    }
}
