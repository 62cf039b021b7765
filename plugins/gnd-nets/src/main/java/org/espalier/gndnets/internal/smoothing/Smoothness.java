package org.espalier.gndnets.internal.smoothing;

import java.util.stream.IntStream;

import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.graph.GraphMatrices;

/**
 * How much the vectors h_i of nodes differ. Both measures fall towards 0 when nodes become alike.
 *
 * @param values the vectors, row by row
 * @param width  length of each
 */
public record Smoothness(double[] values, int width) {
    private static final double SMALLEST = 1e-12;

    /**
     * Mean average distance (Chen et al., arXiv 1909.03211, section 3.1): of each row of D_ij = 1 - cos(h_i, h_j) the mean of what is not 0, then the mean over the rows
     * that have such. A vector of zeros has cosine 0 to all.
     *
     * @param rows the nodes to compare with one another: all pairs are looked at
     * @return in [0, 2]; 0 if no two differ
     */
    public double meanAverageDistance(int[] rows) {
        double[] norms = IntStream.of(rows).mapToDouble(row -> Math.max(Math.sqrt(product(row, row)), SMALLEST)).toArray();
        return IntStream.range(0, rows.length).mapToDouble(i -> meanDistance(rows, norms, i)).filter(Double::isFinite).average().orElse(0);
    }

    /** NaN if no distance differs from 0. */
    private double meanDistance(int[] rows, double[] norms, int i) {
        return IntStream.range(0, rows.length).filter(j -> j != i).mapToDouble(j -> 1 - product(rows[i], rows[j]) / (norms[i] * norms[j]))
                .filter(distance -> Math.abs(distance) >= SMALLEST).average().orElse(Double.NaN);
    }

    private double product(int row, int other) {
        double sum = 0;
        for (int c = 0; c < width; c++) {
            sum += values[row * width + c] * values[other * width + c];
        }
        return sum;
    }

    /** Dirichlet energy: 1 / 2N times the sum over i, j of a_ij |h_i / sqrt(1 + d_i) - h_j / sqrt(1 + d_j)|^2, with d the row sums of the undirected A. */
    public double dirichletEnergy(CsrMatrix adjacency) {
        CsrMatrix undirected = GraphMatrices.symmetrised(adjacency);
        double[] degrees = undirected.rowSums();
        double sum = 0;
        for (int i = 0; i < undirected.rows(); i++) {
            for (int e = undirected.rowStart()[i]; e < undirected.rowStart()[i + 1]; e++) {
                int j = undirected.columns()[e];
                sum += undirected.values()[e] * squaredDistance(i, 1 / Math.sqrt(1 + degrees[i]), j, 1 / Math.sqrt(1 + degrees[j]));
            }
        }
        return sum / 2 / undirected.rows();
    }

    private double squaredDistance(int i, double scale, int j, double otherScale) {
        double sum = 0;
        for (int c = 0; c < width; c++) {
            double difference = scale * values[i * width + c] - otherScale * values[j * width + c];
            sum += difference * difference;
        }
        return sum;
    }
}
