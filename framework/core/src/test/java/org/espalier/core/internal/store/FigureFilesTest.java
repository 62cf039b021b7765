package org.espalier.core.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.espalier.api.inspection.Figure;
import org.espalier.api.inspection.Figure.Curve;
import org.espalier.api.inspection.Figure.HeatMap;
import org.espalier.api.inspection.Figure.Lines;
import org.junit.jupiter.api.Test;

class FigureFilesTest {
    private static final Lines LINES = new Lines("Layers", "layer", "distance", List.of(1.0, 2.5), List.of(new Curve("a, b", List.of(0.1, Double.NaN)), new Curve("\"c\"", List.of(-1e-9, 4.0))));

    @Test
    void tablesAreReadAsTheyWereWritten() {
        assertEquals(LINES, through(LINES));
        HeatMap map = new HeatMap("Weights", List.of("age", "income, yearly"), List.of("x", "y", "z"), List.of(List.of(1.0, 2.0, 3.0), List.of(Double.NaN, 1 / 3.0, 0.0)));
        assertEquals(map, through(map));
    }

    @Test
    void aTableIsPlainCommaSeparatedValues() {
        assertEquals("layer,\"a, b\",\"\"\"c\"\"\"\n1.0,0.1,-1.0E-9\n2.5,,4.0\n", FigureTable.of(LINES).text());
    }

    @Test
    void aHeatMapIsDrawn() {
        String svg = HeatMapSvg.of(new HeatMap("Weights", List.of("a & b"), List.of("x", "y", "z"), List.of(List.of(1.0, 2.0, Double.NaN))));
        assertTrue(svg.startsWith("<svg ") && svg.contains("<title>Weights</title>") && svg.contains(">a &amp; b</text>"), svg);
        assertTrue(svg.contains("fill=\"#ffffff\"><title>a &amp; b, x: 1.000<") && svg.contains("fill=\"#08306b\"><title>a &amp; b, y: 2.000<") && svg.contains("fill=\"#cccccc\""), svg);
    }

    @Test
    void aTableWithAWordInPlaceOfANumberIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> FigureTable.parse(List.of("x,a", "1,much")));
    }

    private static Figure through(Figure figure) {
        return FigureNote.of(figure).figure(FigureTable.parse(FigureTable.of(figure).text().lines().toList()));
    }
}
