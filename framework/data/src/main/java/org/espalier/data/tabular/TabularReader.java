package org.espalier.data.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.espalier.api.error.DataException;
import org.espalier.data.Split;
import org.espalier.data.tabular.CsvTable.Row;

/** Makes tabular data of comma-separated files. */
public final class TabularReader {
    private TabularReader() {
    }

    /**
     * Reads a file with one column of class names and numbers in all others. Classes are numbered in the order of their names.
     *
     * @param name  name of the data set
     * @param label name of the column with the classes
     * @return the data, not split
     * @throws DataException naming the line that is malformed
     */
    public static TabularData read(String name, Path path, String label) throws IOException {
        CsvTable table = CsvTable.read(path);
        int labelColumn = table.column(label);
        List<String> columns = new ArrayList<>(table.header());
        columns.remove(labelColumn);
        List<String> classes = table.rows().stream().map(row -> row.cells().get(labelColumn)).distinct().sorted().toList();
        double[] features = new double[table.rows().size() * columns.size()];
        int[] labels = new int[table.rows().size()];
        for (int r = 0; r < labels.length; r++) {
            Row row = table.rows().get(r);
            labels[r] = classes.indexOf(row.cells().get(labelColumn));
            for (int c = 0; c < columns.size(); c++) {
                features[r * columns.size() + c] = table.number(row, c < labelColumn ? c : c + 1);
            }
        }
        return new TabularData(name, columns, features, labels, classes, Split.none());
    }
}
