package org.espalier.report.html.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.espalier.core.run.EpochRecord;
import org.junit.jupiter.api.Test;

class EpochGridTest {
    private static List<EpochRecord> course(int epochs) {
        return IntStream.rangeClosed(1, epochs).mapToObj(e -> new EpochRecord("t", "main", e, epochs, Map.of("loss", (double) e), e)).toList();
    }

    @Test
    void keepsEveryEpochOfAShortCourse() {
        EpochGrid grid = EpochGrid.of(course(3), 10);
        assertEquals(List.of(1, 2, 3), grid.positions());
        assertArrayEquals(new double[] {1, 2, 3}, grid.averages(course(3), "loss"));
    }

    @Test
    void averagesNeighboursOfALongCourse() {
        EpochGrid grid = EpochGrid.of(course(7), 3);
        assertEquals(List.of(2, 5, 8), grid.positions());
        assertArrayEquals(new double[] {2, 5, 7}, grid.averages(course(7), "loss"));
    }

    @Test
    void leavesGapsWhereATrialHasNoValue() {
        EpochGrid grid = EpochGrid.of(course(4), 10);
        assertArrayEquals(new double[] {1, 2, Double.NaN, Double.NaN}, grid.averages(course(2), "loss"));
    }

    @Test
    void roundsToFiveDigits() {
        assertEquals(0.012346, EpochGrid.rounded(0.01234567), 1e-12);
        assertEquals(-123.46, EpochGrid.rounded(-123.4567), 1e-9);
    }
}
