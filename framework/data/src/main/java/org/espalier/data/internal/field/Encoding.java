package org.espalier.data.internal.field;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

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
        int next = 0;
        for (int c = 0; c < columns.size(); c++) {
            Dictionary dictionary = hasValues(columns.get(c)) ? new Dictionary(survey.counts()[c].kept(), columns.get(c).rare()) : null;
            Field field = field(columns.get(c), next, dictionary, survey.counts()[c].most(), survey.numbers()[c]);
            dictionaries.add(dictionary);
            fields.add(field);
            storages.add(hasValues(columns.get(c)) ? Storage.ofCodes(field.features()) : columns.get(c).form() == Form.NUMBER ? Storage.FLOAT : Storage.PAIR);
            next = Math.max(next, field.end());
        }
        Layout layout = new Layout(fields, storages, Collections.nCopies(columns.size(), 1f));
        return new Encoding(columns, layout, dictionaries, least(columns, survey.numbers()), range(columns, survey.numbers()));
    }

    private static boolean hasValues(Column column) {
        return column.form() == Form.VALUE || column.form() == Form.VALUES;
    }

    private static Field field(Column column, int first, Dictionary dictionary, int most, NumberStatistics numbers) {
        return switch (column.form()) {
            case NUMBER -> new Field(column.name(), FieldKind.NUMERIC, first, 1, 1);
            case VALUE -> new Field(column.name(), FieldKind.CATEGORICAL, first, dictionary.size(), 1);
            case VALUES -> new Field(column.name(), FieldKind.MULTI_VALUED, first, dictionary.size(), most);
            case FEATURE -> numbered(column, numbers);
        };
    }

    private static Field numbered(Column column, NumberStatistics numbers) {
        if (numbers.present() == 0) {
            throw new DataException("Column '" + column.name() + "' has no feature in any row");
        }
        int first = (int) numbers.least();
        return new Field(column.name(), FieldKind.CATEGORICAL, first, (int) numbers.greatest() - first + 1, 1);
    }

    private static double[] least(List<Column> columns, NumberStatistics[] numbers) {
        return IntStream.range(0, numbers.length).mapToDouble(c -> hasRange(columns.get(c), numbers[c]) ? numbers[c].least() : 0).toArray();
    }

    private static double[] range(List<Column> columns, NumberStatistics[] numbers) {
        return IntStream.range(0, numbers.length).mapToDouble(c -> hasRange(columns.get(c), numbers[c]) ? numbers[c].greatest() - numbers[c].least() : 1).toArray();
    }

    private static boolean hasRange(Column column, NumberStatistics numbers) {
        return column.scaling() == Scaling.UNIT_RANGE && numbers.greatest() > numbers.least();
    }
}
