package org.espalier.gndnets.internal.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;

import org.espalier.api.tensor.CsrMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRankTest {
    private final CsrMatrix s = NodeMatrices.convolution(Rings.data());

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.1, 0.5, 1})
    void solvesItsEquation(double restart) {
        double[] y = new PageRank(s, restart).columns(2, 3); // [12, 3]
        for (int row = 0; row < s.rows(); row++) {
            for (int c = 0; c < 3; c++) {
                double moved = 0;
                for (int e = s.rowStart()[row]; e < s.rowStart()[row + 1]; e++) {
                    moved += s.values()[e] * y[s.columns()[e] * 3 + c];
                }
                assertEquals((1 - restart) * moved + (row == 2 + c ? restart : 0), y[row * 3 + c], 1e-8);
            }
        }
    }

    @Test
    void forecastsGrowWithTheNodes() {
        assertEquals(4L * 12 * 12 * 8 + 3 * 12 * 3 * 16, PageRank.heap(12, 3));
        assertEquals(10 * PageRank.heap(1_000_000, 64), PageRank.heap(10_000_000, 64));
    }

    @Test
    void keepsTheGreatestOfEachRowAndMakesThemSumToOne() {
        CsrMatrix kept = new PageRank(s, 0.1).greatest(3);
        double[] all = new PageRank(s, 0.1).columns(4, 1);
        double third = IntStream.range(0, all.length).mapToDouble(i -> -all[i]).sorted().toArray()[2];
        assertArrayEquals(IntStream.range(0, 12).mapToDouble(row -> 1).toArray(), kept.rowSums(), 1e-12);
        assertEquals(3, kept.rowStart()[5] - kept.rowStart()[4]);
        for (int e = kept.rowStart()[4]; e < kept.rowStart()[5]; e++) {
            assertEquals(true, -all[kept.columns()[e]] <= third);
        }
    }
}
