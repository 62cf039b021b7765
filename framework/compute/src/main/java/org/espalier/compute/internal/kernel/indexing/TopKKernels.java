package org.espalier.compute.internal.kernel.indexing;

import java.util.Arrays;
import java.util.Optional;

import org.espalier.api.compute.op.TopK;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.KernelFactory;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.kernel.movement.Mover;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Rows of which the greatest elements are kept. Rows are shared out among the threads. */
public final class TopKKernels implements KernelFactory {
    private static final int WORTH_THREADS = 1 << 13;
    /** Up to here the greatest are found by insertion, above by sorting the row. */
    private static final int FEW = 64;

    private final Team team;

    public TopKKernels(Team team) {
        this.team = team;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        if (!(site.op() instanceof TopK op)) {
            return Optional.empty();
        }
        if (!Mover.adds(site.type()) || site.output().rank() == 0) {
            throw new IllegalArgumentException("Variable '" + site.name() + "' keeps the greatest of rows of floats or doubles, not of " + site.type() + " "
                    + Arrays.toString(site.output().shape()));
        }
        return Optional.of(kernel(site, op.k()));
    }

    private Kernel kernel(Site site, int k) {
        INDArray scores = site.input();
        int width = Math.toIntExact(scores.size(-1));
        int rows = Math.toIntExact(scores.length() / width);
        Values from = Values.of(scores);
        Values kept = Values.of(site.inputs().get(1));
        Values to = Values.of(site.output());
        Team threads = scores.length() < WORTH_THREADS ? Team.SINGLE : team;
        double[][] places = new double[threads.size()][2 * width];
        return iteration -> threads.run(part -> {
            double[] row = places[part];
            for (int r = part; r < rows; r += threads.size()) {
                for (int c = 0; c < width; c++) {
                    row[c] = from.get(r * width + c);
                }
                double least = least(row, width, k);
                for (int c = 0; c < width; c++) {
                    to.put(r * width + c, row[c] < least ? 0 : kept.get(r * width + c));
                }
            }
        });
    }

    /** The k-th greatest of the first elements; the room behind them is used. */
    private static double least(double[] row, int width, int k) {
        if (k >= width) {
            return Double.NEGATIVE_INFINITY;
        }
        if (k > FEW) {
            System.arraycopy(row, 0, row, width, width);
            Arrays.sort(row, width, 2 * width);
            return row[2 * width - k];
        }
        int end = width;
        for (int c = 0; c < width; c++) {
            boolean full = end == width + k;
            if (!full || row[c] > row[end - 1]) {
                end = full ? end : end + 1;
                int place = end - 1;
                for (; place > width && row[place - 1] < row[c]; place--) {
                    row[place] = row[place - 1];
                }
                row[place] = row[c];
            }
        }
        return row[width + k - 1];
    }
}
