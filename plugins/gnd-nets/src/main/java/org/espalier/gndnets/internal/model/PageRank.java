package org.espalier.gndnets.internal.model;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.graph.CsrBuilder;
import org.espalier.data.graph.GraphMatrices;

/**
 * The diffusion a (I - (1 - a) S)^-1 of a symmetric S whose eigenvalues lie in [-1, 1], some columns at a time, so that no dense matrix is kept. Chebyshev's iteration:
 * with r = 1 - a the error falls by r / (1 + sqrt(1 - r^2)) in each round, where the plain one, Y <- r S Y + a E, falls by r.
 */
final class PageRank {
    private static final int BLOCK = 64;
    private static final double TOLERANCE = 1e-9;

    private final CsrMatrix s;
    private final double restart;

    PageRank(CsrMatrix s, double restart) {
        this.s = s;
        this.restart = restart;
    }

    /** About the bytes that {@link #greatest} holds: some columns of four rounds, and the entries kept, collected, sorted and in the end. */
    static long heap(int nodes, int count) {
        long columns = 4L * nodes * Math.min(BLOCK, nodes) * Double.BYTES;
        long kept = 3L * nodes * Math.min(count, nodes) * (Double.BYTES + 2 * Integer.BYTES);
        return columns + kept;
    }

    /** The greatest entries of each row, those of lower columns first among equals, divided by their sum. */
    CsrMatrix greatest(int count) {
        CsrBuilder kept = new CsrBuilder(s.rows(), s.cols());
        for (int from = 0; from < s.rows(); from += BLOCK) {
            int width = Math.min(BLOCK, s.rows() - from);
            double[] columns = columns(from, width);
            for (int c = 0; c < width; c++) {
                keep(from + c, columns, c, width, count, kept);
            }
        }
        return GraphMatrices.rowNormalised(kept.build(Double::sum));
    }

    /** Some columns, which are also rows, of the diffusion: [N, width]. */
    double[] columns(int from, int width) {
        double[] before = new double[s.rows() * width];
        double[] now = new double[before.length];
        addStart(now, from, width);
        double radius = (1 - restart) * (1 - restart);
        double factor = 2 / (2 - radius);
        int rounds = rounds();
        for (int round = 0; round < rounds; round++) {
            double[] next = step(now, from, width);
            for (int i = 0; i < next.length; i++) {
                next[i] = factor * (next[i] - before[i]) + before[i];
            }
            before = now;
            now = next;
            factor = 1 / (1 - radius * factor / 4);
        }
        return now;
    }

    private int rounds() {
        double r = 1 - restart;
        double rate = r / (1 + Math.sqrt(1 - r * r));
        return rate == 0 ? 1 : (int) Math.ceil(Math.log(TOLERANCE) / Math.log(rate));
    }

    /** (1 - a) S Y + a E. */
    private double[] step(double[] y, int from, int width) {
        double[] next = new double[y.length];
        for (int row = 0; row < s.rows(); row++) {
            for (int e = s.rowStart()[row]; e < s.rowStart()[row + 1]; e++) {
                addScaled(y, s.columns()[e] * width, (1 - restart) * s.values()[e], next, row * width, width);
            }
        }
        addStart(next, from, width);
        return next;
    }

    private static void addScaled(double[] source, int from, double factor, double[] target, int to, int width) {
        for (int c = 0; c < width; c++) {
            target[to + c] += factor * source[from + c];
        }
    }

    private void addStart(double[] y, int from, int width) {
        for (int c = 0; c < width; c++) {
            y[(from + c) * width + c] += restart;
        }
    }

    private void keep(int node, double[] columns, int column, int width, int count, CsrBuilder kept) {
        int[] reached = IntStream.range(0, s.rows()).filter(row -> columns[row * width + column] > TOLERANCE).toArray();
        double[] sorted = Arrays.stream(reached).mapToDouble(row -> columns[row * width + column]).sorted().toArray();
        double least = sorted.length > count ? sorted[sorted.length - count] : 0;
        int taken = 0;
        int above = (int) Arrays.stream(sorted).filter(value -> value > least).count();
        int equals = count - above;
        for (int row : reached) {
            double value = columns[row * width + column];
            if (value > least || value == least && taken++ < equals) {
                kept.add(node, row, value);
            }
        }
    }
}
