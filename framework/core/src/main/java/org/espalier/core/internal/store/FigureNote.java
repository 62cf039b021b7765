package org.espalier.core.internal.store;

import java.util.List;
import java.util.stream.IntStream;

import org.espalier.api.inspection.Figure;

/**
 * What the numbers of a figure's table are.
 *
 * @param kind  how to draw them
 * @param title above the figure
 * @param x     horizontal axis; empty for heat maps
 * @param y     vertical axis; empty for heat maps
 */
record FigureNote(Kind kind, String title, String x, String y) {
    enum Kind { LINES, HEAT_MAP }

    static FigureNote of(Figure figure) {
        return figure instanceof Figure.Lines lines ? new FigureNote(Kind.LINES, lines.title(), lines.x(), lines.y()) : new FigureNote(Kind.HEAT_MAP, figure.title(), "", "");
    }

    /** @throws IllegalArgumentException if the table does not fit */
    Figure figure(FigureTable table) {
        return kind == Kind.LINES ? lines(table) : new Figure.HeatMap(title, table.rows(), table.columns(), table.values());
    }

    private Figure lines(FigureTable table) {
        List<Double> at = table.rows().stream().map(FigureTable::number).toList();
        return new Figure.Lines(title, x, y, at, IntStream.range(0, table.columns().size())
                .mapToObj(c -> new Figure.Curve(table.columns().get(c), table.values().stream().map(row -> row.get(c)).toList())).toList());
    }
}
