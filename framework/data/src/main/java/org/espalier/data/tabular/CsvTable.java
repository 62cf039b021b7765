package org.espalier.data.tabular;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.espalier.api.error.DataException;

/**
 * A comma-separated UTF-8 text with a header line. Cells may stand in double quotes, doubled inside; a cell does not span lines.
 *
 * @param file   the file's name, for messages
 * @param header the column names
 * @param rows   the lines after the header; blank ones are left out
 */
public record CsvTable(String file, List<String> header, List<Row> rows) {

    /**
     * A line.
     *
     * @param line  its number in the file, from 1
     * @param cells as many as the header has
     */
    public record Row(int line, List<String> cells) {
    }

    /**
     * Reads a file.
     *
     * @throws DataException if it is empty, not UTF-8, or a line has more or fewer cells than the header
     */
    public static CsvTable read(Path path) throws IOException {
        String file = path.getFileName().toString();
        List<Row> rows = new ArrayList<>();
        List<String> lines = lines(path, file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                Row row = new Row(i + 1, CsvLine.cells(file, i + 1, lines.get(i)));
                if (!rows.isEmpty() && row.cells().size() != rows.get(0).cells().size()) {
                    throw DataException.atLine(file, row.line(), row.cells().size() + " cells where the header has " + rows.get(0).cells().size());
                }
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            throw DataException.atLine(file, 1, "the file is empty; a header line with the column names was expected");
        }
        return new CsvTable(file, rows.get(0).cells(), List.copyOf(rows.subList(1, rows.size())));
    }

    /**
     * The place of a column.
     *
     * @throws DataException if there is none of that name
     */
    public int column(String name) {
        int place = header.indexOf(name);
        if (place < 0) {
            throw DataException.atLine(file, 1, "no column '" + name + "'; there are " + String.join(", ", header));
        }
        return place;
    }

    /**
     * A cell as a finite number.
     *
     * @throws DataException if it is none
     */
    public double number(Row row, int column) {
        String cell = row.cells().get(column);
        try {
            double value = Double.parseDouble(cell);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw notANumber(row, column, cell, e);
        }
        throw notANumber(row, column, cell, null);
    }

    private DataException notANumber(Row row, int column, String cell, Exception cause) {
        return new DataException(file + ":" + row.line() + ": '" + cell + "' in column '" + header.get(column) + "' is not a finite number", cause);
    }

    private static List<String> lines(Path path, String file) throws IOException {
        try {
            return Files.readAllLines(path);
        } catch (MalformedInputException e) {
            throw new DataException(file + ": not a UTF-8 text", e);
        }
    }
}
