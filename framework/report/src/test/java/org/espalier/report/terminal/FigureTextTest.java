package org.espalier.report.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.espalier.api.inspection.Figure.Curve;
import org.espalier.api.inspection.Figure.HeatMap;
import org.espalier.api.inspection.Figure.Lines;
import org.junit.jupiter.api.Test;

class FigureTextTest {
    @Test
    void heatMapsAreShadedFromLowToHigh() {
        HeatMap map = new HeatMap("Weights", List.of("age", "income"), List.of("x", "y", "z"), List.of(List.of(0.0, 1.0, 5.0), List.of(2.5, Double.NaN, 4.0)));
        assertEquals("""
                Weights
                   age   ..##
                income ::??##
                columns: x, y, z
                ' ' from 0.0000, '.' from 1.0000, ':' from 2.0000, '*' from 3.0000, '#' from 4.0000 to 5.0000
                """, FigureText.text(map, 80, 10, Plot.Marks.LETTERS));
    }

    @Test
    void heatMapsTooWideForTheTerminalSaySo() {
        List<String> names = IntStream.range(0, 60).mapToObj(i -> "f" + i).toList();
        HeatMap map = new HeatMap("Weights", List.of("r"), names, List.of(Collections.nCopies(60, 1.0)));
        String text = FigureText.text(map, 40, 10, Plot.Marks.LETTERS);
        assertTrue(text.contains("(22 more do not fit)"), text);
    }

    @Test
    void linesNameTheirAxes() {
        String text = FigureText.text(new Lines("Distance", "layer", "mean distance", List.of(1.0, 2.0), List.of(new Curve("gcn", List.of(0.5, 0.2)))), 60, 5, Plot.Marks.LETTERS);
        assertTrue(text.startsWith("Distance (mean distance over layer)\n") && text.contains("a gcn"), text);
    }
}
