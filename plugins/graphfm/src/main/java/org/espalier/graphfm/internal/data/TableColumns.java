package org.espalier.graphfm.internal.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.espalier.api.error.InputException;
import org.espalier.data.field.io.Column;
import org.espalier.data.field.io.FieldSchema;
import org.espalier.data.field.io.HeaderLine;
import org.espalier.data.field.io.LabelColumn;
import org.espalier.data.field.io.TextFormat;

/**
 * The columns of a user's own table.
 *
 * @param names     in the file's order
 * @param separator between cells
 */
record TableColumns(List<String> names, String separator) {
    private static final Map<String, String> SEPARATORS = Map.of("comma", ",", "semicolon", ";", "tab", "\t", "bar", "|");

    /** The columns that the parameters name, or else the file's first line. */
    static TableColumns of(TableSettings settings, Path file) throws IOException {
        String separator = SEPARATORS.get(settings.separator());
        List<String> names = settings.columns().isEmpty() ? named(HeaderLine.of(file, StandardCharsets.UTF_8), separator) : settings.columns();
        TableColumns columns = new TableColumns(names, separator);
        Stream.of(List.of(settings.label()), settings.numeric(), settings.multiValued(), settings.ignore()).flatMap(List::stream).forEach(columns::require);
        return columns;
    }

    private static List<String> named(String header, String separator) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        for (char character : (header + separator).toCharArray()) {
            if (character == '"') {
                quoted = !quoted;
            } else if (!quoted && character == separator.charAt(0)) {
                names.add(name.toString().strip());
                name.setLength(0);
            } else {
                name.append(character);
            }
        }
        return names;
    }

    private void require(String name) {
        if (!names.contains(name)) {
            throw new InputException("Dataset 'graphfm.table': there is no column '" + name + "'; there are " + String.join(", ", names));
        }
    }

    FieldSchema schema(TableSettings settings) {
        List<Column> columns = new ArrayList<>();
        for (int cell = 0; cell < names.size(); cell++) {
            String name = names.get(cell);
            if (settings.numeric().contains(name)) {
                Column number = Column.number(name, cell).scaled(settings.scaling());
                columns.add(settings.logSquare() ? number.logSquared() : number);
            } else if (settings.multiValued().contains(name)) {
                columns.add(Column.values(name, cell, settings.minCount(), settings.valueSeparator()));
            } else if (!name.equals(settings.label()) && !settings.ignore().contains(name)) {
                columns.add(Column.value(name, cell, settings.minCount()));
            }
        }
        if (columns.isEmpty()) {
            throw new InputException("Dataset 'graphfm.table': no column is left to be a field, of " + String.join(", ", names));
        }
        return new FieldSchema(format(settings), label(settings), columns);
    }

    private TextFormat format(TableSettings settings) {
        Set<String> missing = new HashSet<>(settings.missing());
        return new TextFormat(separator, names.size(), settings.columns().isEmpty(), "", true, true, missing, StandardCharsets.UTF_8);
    }

    private LabelColumn label(TableSettings settings) {
        Map<String, Integer> spellings = new HashMap<>();
        settings.negative().forEach(spelling -> spellings.put(spelling, 0));
        settings.positive().forEach(spelling -> spellings.put(spelling, 1));
        return new LabelColumn(settings.label(), names.indexOf(settings.label()), spellings, LabelColumn.REFUSED);
    }
}
