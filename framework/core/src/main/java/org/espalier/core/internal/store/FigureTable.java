package org.espalier.core.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.espalier.api.inspection.Figure;
import org.espalier.api.inspection.Figure.Curve;
import org.espalier.api.inspection.Figure.HeatMap;
import org.espalier.api.inspection.Figure.Lines;

/**
 * A figure's numbers as comma-separated values: a row per place of the curves or row of the heat map, its first cell saying which. What is not a
 * number is an empty cell.
 *
 * @param corner  the first cell of the first line
 * @param columns the other cells of the first line
 * @param rows    the first cells of the other lines
 * @param values  the other cells
 */
record FigureTable(String corner, List<String> columns, List<String> rows, List<List<Double>> values) {

    static FigureTable of(Figure figure) {
        if (figure instanceof Lines lines) {
            List<String> names = lines.curves().stream().map(Curve::name).toList();
            List<List<Double>> values = IntStream.range(0, lines.at().size()).mapToObj(i -> lines.curves().stream().map(curve -> curve.values().get(i)).toList()).toList();
            return new FigureTable(lines.x(), names, lines.at().stream().map(FigureTable::cell).toList(), values);
        }
        HeatMap map = (HeatMap) figure;
        return new FigureTable("", map.columns(), map.rows(), map.values());
    }

    String text() {
        Stream<String> head = Stream.concat(Stream.of(corner), columns.stream()).map(FigureTable::quoted);
        StringBuilder text = new StringBuilder(head.collect(Collectors.joining(","))).append('\n');
        for (int r = 0; r < rows.size(); r++) {
            text.append(quoted(rows.get(r)));
            values.get(r).forEach(value -> text.append(',').append(cell(value)));
            text.append('\n');
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException if a cell that should be a number is none */
    static FigureTable parse(List<String> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("the table is empty");
        }
        List<List<String>> cells = lines.stream().map(FigureTable::cells).toList();
        List<List<String>> body = cells.subList(1, cells.size());
        return new FigureTable(cells.get(0).get(0), cells.get(0).subList(1, cells.get(0).size()), body.stream().map(row -> row.get(0)).toList(),
                body.stream().map(row -> row.subList(1, row.size()).stream().map(FigureTable::number).toList()).toList());
    }

    static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    private static String cell(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static String quoted(String text) {
        String line = text.replaceAll("\\R", " ");
        return line.matches("[^\",]*") ? line : '"' + line.replace("\"", "\"\"") + '"';
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && line.startsWith("\"\"", i)) {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
