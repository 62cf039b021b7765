package org.espalier.data.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.espalier.api.tensor.CsrMatrix;
import org.junit.jupiter.api.Test;

class GraphMatricesTest {
    /** 0 - 1 with a loop at 1; 2 stands alone. */
    private final CsrMatrix adjacency = Graphs.matrix(new double[][] {{0, 1, 0}, {1, 1, 0}, {0, 0, 0}});

    @Test
    void transitionRestsWithLoopsTwiceAsHeavyAndKeepsIsolatedNodes() {
        assertDense(new double[][] {{1 / 2.0, 1 / 2.0, 0}, {1 / 3.0, 2 / 3.0, 0}, {0, 0, 1}}, GraphMatrices.transition(adjacency));
    }

    @Test
    void symmetricNormalisationDividesByBothDegrees() {
        double between = 1 / Math.sqrt(6);
        assertDense(new double[][] {{1 / 2.0, between, 0}, {between, 2 / 3.0, 0}, {0, 0, 1}}, GraphMatrices.symmetricallyNormalised(adjacency));
    }

    @Test
    void symmetrisingKeepsTheHeavierDirection() {
        assertDense(new double[][] {{0, 3}, {3, 5}}, GraphMatrices.symmetrised(Graphs.matrix(new double[][] {{0, 3}, {2, 5}})));
    }

    @Test
    void rowsThatSumToZeroBecomeZero() {
        assertDense(new double[][] {{0.25, 0.75}, {0, 0}, {0, 0}}, GraphMatrices.rowNormalised(Graphs.matrix(new double[][] {{1, 3}, {0, 0}, {1, -1}})));
    }

    @Test
    void picksRowsInTheOrderGiven() {
        assertDense(new double[][] {{1, 1, 0}, {0, 0, 0}, {0, 1, 0}, {1, 1, 0}}, GraphMatrices.rows(adjacency, new int[] {1, 2, 0, 1}));
    }

    @Test
    void countsLoops() {
        assertEquals(1, GraphMatrices.selfLoops(adjacency));
    }

    @Test
    void identityIsOneHot() {
        assertDense(new double[][] {{1, 0}, {0, 1}}, GraphMatrices.identity(2));
    }

    @Test
    void builderSortsAndMergesEntries() {
        CsrMatrix built = new CsrBuilder(2, 3).add(1, 2, 4).add(0, 1, 1).add(1, 0, 2).add(1, 2, 3).build(Double::sum);
        assertArrayEquals(new int[] {0, 1, 3}, built.rowStart());
        assertArrayEquals(new int[] {1, 0, 2}, built.columns());
        assertArrayEquals(new double[] {1, 2, 7}, built.values());
    }

    @Test
    void builderRefusesEntriesOutside() {
        assertThrows(IllegalArgumentException.class, () -> new CsrBuilder(2, 3).add(2, 0, 1));
    }

    @Test
    void builderGrows() {
        CsrBuilder builder = new CsrBuilder(3000, 1);
        for (int row = 2999; row >= 0; row--) {
            builder.add(row, 0, row);
        }
        assertEquals(1500, builder.build(Double::sum).values()[1500]);
    }

    private static void assertDense(double[][] expected, CsrMatrix actual) {
        double[][] dense = Graphs.dense(actual);
        for (int r = 0; r < expected.length; r++) {
            assertArrayEquals(expected[r], dense[r], 1e-15);
        }
    }
}
