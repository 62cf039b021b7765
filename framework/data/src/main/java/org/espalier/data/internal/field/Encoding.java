package org.espalier.data.internal.field;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.espalier.api.error.DataException;
import org.espalier.data.field.Field;
import org.espalier.data.field.FieldKind;
import org.espalier.data.field.io.Column;
import org.espalier.data.field.io.Column.Form;
import org.espalier.data.field.io.Scaling;

/**
 * How the rows of a text become encoded rows.
 *
 * @param columns      the text's columns
 * @param layout       how they lie in the file
 * @param dictionaries of columns with values; null for the others
 * @param least        what is subtracted from a column's numbers
 * @param range        what they are then divided by
 */
record Encoding(List<Column> columns, Layout layout, List<Dictionary> dictionaries, double[] least, double[] range) {

    static Encoding of(List<Column> columns, Survey survey) {
        List<Field> fields = new ArrayList<>();
        List<Storage> storages = new ArrayList<>();
        List<Dictionary> dictionaries = new ArrayList<>();
        double[] least = new double[columns.size()];
        double[] range = new double[columns.size()];
        int next = 0;
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            NumberStatistics numbers = survey.numbers()[c];
            boolean values = column.form() == Form.VALUE || column.form() == Form.VALUES;
            Dictionary dictionary = values ? new Dictionary(survey.counts()[c].kept(), column.rare()) : null;
            Field field = switch (column.form()) {
                case NUMBER -> new Field(column.name(), FieldKind.NUMERIC, next, 1, 1);
                case VALUE -> new Field(column.name(), FieldKind.CATEGORICAL, next, dictionary.size(), 1);
                case VALUES -> new Field(column.name(), FieldKind.MULTI_VALUED, next, dictionary.size(), survey.counts()[c].most());
                case FEATURE -> numbered(column, numbers);
            };
            fields.add(field);
            storages.add(values ? Storage.ofCodes(field.features()) : column.form() == Form.NUMBER ? Storage.FLOAT : Storage.PAIR);
            dictionaries.add(dictionary);
            boolean unit = column.scaling() == Scaling.UNIT_RANGE && numbers.greatest() > numbers.least();
            least[c] = unit ? numbers.least() : 0;
            range[c] = unit ? numbers.greatest() - numbers.least() : 1;
            next = Math.max(next, field.end());
        }
        return new Encoding(columns, new Layout(fields, storages, Collections.nCopies(columns.size(), 1f)), dictionaries, least, range);
    }

    private static Field numbered(Column column, NumberStatistics numbers) {
        if (numbers.present() == 0) {
            throw new DataException("Column '" + column.name() + "' has no feature in any row");
        }
        int first = (int) numbers.least();
        return new Field(column.name(), FieldKind.CATEGORICAL, first, (int) numbers.greatest() - first + 1, 1);
    }
}
