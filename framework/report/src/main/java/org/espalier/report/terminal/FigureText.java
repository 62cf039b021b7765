package org.espalier.report.terminal;

import org.espalier.api.inspection.Figure;
import org.espalier.api.inspection.Figure.HeatMap;
import org.espalier.api.inspection.Figure.Lines;

/** Figures of trained models in a terminal. */
public final class FigureText {
    private FigureText() {
    }

    /**
     * The picture as lines.
     *
     * @param width  in characters
     * @param height of curves, in lines
     */
    public static String text(Figure figure, int width, int height, Plot.Marks marks) {
        if (figure instanceof HeatMap map) {
            return HeatMapText.text(map, width, marks);
        }
        Lines lines = (Lines) figure;
        double[] at = lines.at().stream().mapToDouble(Double::doubleValue).toArray();
        return Plot.text(lines.title() + " (" + lines.y() + " over " + lines.x() + ")",
                lines.curves().stream().map(curve -> new Plot.Curve(curve.name(), at, curve.values().stream().mapToDouble(Double::doubleValue).toArray())).toList(), width, height, marks);
    }
}
