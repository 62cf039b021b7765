package org.espalier.data.judgment.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.espalier.api.error.DataException;
import org.espalier.data.internal.text.Lines;
import org.espalier.data.judgment.GroundTruth;
import org.espalier.data.tabular.CsvTable;

/** Reads true orders of models. */
public final class GroundTruthReader {
    private static final String MODEL = "model";

    private GroundTruthReader() {
    }

    /**
     * Places of models by a file: a text with a name a line, best first; or, if its first line has a comma, a table with a column {@code model} and a rating.
     *
     * @param column name of the column with the rating, the greatest best; unused for a text
     * @throws DataException if a name is there twice, or a rating is no number
     */
    public static int[] read(List<String> models, Path file, String column, Consumer<String> notes) throws IOException {
        List<Lines.Line> lines = Lines.of(file).lines();
        int[] places = !lines.isEmpty() && lines.get(0).text().contains(",") ? GroundTruth.ofRatings(models, ratings(CsvTable.read(file), column), notes)
                : GroundTruth.ofOrder(models, names(file, lines));
        List<String> unknown = models.stream().filter(model -> places[models.indexOf(model)] < 0).toList();
        if (!unknown.isEmpty()) {
            notes.accept("No true place is known of " + String.join(", ", unknown) + "; metrics leave them out");
        }
        return places;
    }

    private static List<String> names(Path file, List<Lines.Line> lines) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (Lines.Line line : lines) {
            if (seen.putIfAbsent(line.text().strip(), line.number()) != null) {
                throw twice(file.getFileName().toString(), line.number(), line.text().strip());
            }
        }
        return List.copyOf(seen.keySet());
    }

    private static Map<String, Double> ratings(CsvTable table, String column) {
        Map<String, Double> ratings = new LinkedHashMap<>();
        for (CsvTable.Row row : table.rows()) {
            String name = row.cells().get(table.column(MODEL));
            if (ratings.putIfAbsent(name, table.number(row, table.column(column))) != null) {
                throw twice(table.file(), row.line(), name);
            }
        }
        return ratings;
    }

    private static DataException twice(String file, int line, String name) {
        return DataException.atLine(file, line, "'" + name + "' has a place already");
    }
}
