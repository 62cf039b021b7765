package org.espalier.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.espalier.api.inspection.Figure;
import org.espalier.api.inspection.Figure.Curve;
import org.espalier.api.inspection.Figure.HeatMap;
import org.espalier.api.inspection.Figure.Lines;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.TrialFigure;
import org.espalier.core.run.TrialResult;
import org.espalier.report.Samples;
import org.junit.jupiter.api.Test;

class FigureSetTest {
    private final List<TrialResult> trials = List.of(Samples.trial("gcn", 2, 1, 0.7), Samples.trial("gcn", 2, 2, 0.8));
    private final RunRecord run = Samples.run(trials, List.of(), List.of());

    private List<FigureSet> sets(Figure first, Figure second) {
        return FigureSet.of(run, List.of(new TrialFigure(trials.get(0).trial(), "main", "f", first), new TrialFigure(trials.get(1).trial(), "main", "f", second)));
    }

    private static Figure curve(double... values) {
        return new Lines("Curve", "x", "y", java.util.stream.IntStream.range(0, values.length).mapToObj(i -> (double) i).toList(),
                List.of(new Curve("c", java.util.Arrays.stream(values).boxed().toList())));
    }

    @Test
    void meansOverSeedsComeFirst() {
        FigureSet set = sets(curve(1, 2), curve(3, Double.NaN)).get(0);
        assertEquals(List.of("gcn, labels-per-class 2, mean over 2 seeds", "gcn, labels-per-class 2, seed 1", "gcn, labels-per-class 2, seed 2"), set.views().stream().map(FigureSet.View::label).toList());
        assertEquals(List.of(2.0, 2.0), ((Lines) set.views().get(0).figure()).curves().get(0).values());
    }

    @Test
    void figuresOfDifferentShapesHaveNoMean() {
        assertTrue(sets(curve(1, 2), curve(1, 2, 3)).get(0).views().stream().noneMatch(FigureSet.View::mean));
        assertTrue(sets(map("a", 1), map("b", 1)).get(0).views().stream().noneMatch(FigureSet.View::mean));
    }

    @Test
    void heatMapsAreAveragedCellByCell() {
        assertEquals(map("a", 2), sets(map("a", 1), map("a", 3)).get(0).views().get(0).figure());
    }

    private static Figure map(String row, double value) {
        return new HeatMap("Map", List.of(row), List.of("c"), List.of(List.of(value)));
    }
}
