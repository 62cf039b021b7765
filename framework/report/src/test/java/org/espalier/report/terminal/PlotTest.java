package org.espalier.report.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.espalier.report.terminal.Plot.Curve;
import org.espalier.report.terminal.Plot.Marks;
import org.junit.jupiter.api.Test;

class PlotTest {
    private static final double[] X = {1, 2, 3, 4, 5};

    @Test
    void drawsCurvesWithLabelledAxesAndLegend() {
        assertEquals("""
                train-loss
                    4.0000 |a       b
                           | aa   bb
                    2.0000 |   abb
                           |  bb aa
                    0.0000 |bb     aa
                            1       5
                            a falling
                            b rising
                """, Plot.text("train-loss", List.of(new Curve("falling", X, new double[] {4, 3, 2, 1, 0}), new Curve("rising", X, new double[] {0, 1, 2, 3, 4})), 21, 5, Marks.LETTERS));
    }

    @Test
    void leavesOutWhatIsNotFinite() {
        String plot = Plot.text("loss", List.of(new Curve("a", X, new double[] {1, Double.NaN, 2, Double.POSITIVE_INFINITY, 3})), 40, 6, Marks.COLOURED_DOTS);
        assertTrue(plot.contains("3.0000") && plot.contains("1.0000"), plot);
    }

    @Test
    void saysSoWhenThereIsNothingToDraw() {
        assertEquals("loss\n(nothing to draw)\n", Plot.text("loss", List.of(), 40, 6, Marks.LETTERS));
    }

    @Test
    void drawsAConstant() {
        assertTrue(Plot.text("loss", List.of(new Curve("a", X, new double[] {2, 2, 2, 2, 2})), 40, 5, Marks.LETTERS).contains("2.0000"));
    }

    @Test
    void drawsTheCourseOfANumberInAFewCharacters() {
        assertEquals("█▇▅▃▁", Sparkline.text(new double[] {5, 4, 3, 2, 1}, 8, Symbols.UNICODE));
        assertEquals("_ #", Sparkline.text(new double[] {0, Double.NaN, 1}, 8, Symbols.ASCII));
    }
}
