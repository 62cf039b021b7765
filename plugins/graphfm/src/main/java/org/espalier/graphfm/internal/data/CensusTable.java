package org.espalier.graphfm.internal.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.espalier.data.field.io.Column;
import org.espalier.data.field.io.FieldSchema;
import org.espalier.data.field.io.LabelColumn;
import org.espalier.data.field.io.Scaling;
import org.espalier.data.field.io.TextFormat;

/**
 * A table of the UCI repository with a person per row: cells divided by commas, the label in the last one, {@code ?} where a value is missing.
 *
 * @param names   of all columns before the label
 * @param numeric those that hold numbers: log-squared, then divided by the training maximum
 * @param weight  the column that weighs rows, which is no field
 * @param labels  what the spellings of the label mean
 */
record CensusTable(List<String> names, Set<String> numeric, String weight, Map<String, Integer> labels) {

    FieldSchema schema(int minCount) {
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            int cell = names.indexOf(name);
            if (numeric.contains(name)) {
                columns.add(Column.number(name, cell).logSquared().scaled(Scaling.TRAINING_MAXIMUM));
            } else if (!name.equals(weight)) {
                columns.add(Column.value(name, cell, minCount));
            }
        }
        TextFormat commas = new TextFormat(",", names.size() + 1, false, "|", true, false, Set.of("?"), StandardCharsets.UTF_8);
        return new FieldSchema(commas, new LabelColumn("income", names.size(), labels, LabelColumn.REFUSED), columns);
    }
}
