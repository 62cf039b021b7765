package org.espalier.compute.internal.kernel.indexing;

import org.espalier.compute.internal.kernel.Fast;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.Team;

/** The edges of each node, by head. */
final class EdgeRows {
    private final int[] start;
    private final int heads;
    private final boolean single;

    /**
     * @param start  for each node its first edge; one more at the end
     * @param heads  scores of an edge
     * @param single whether single precision will do
     */
    EdgeRows(int[] start, int heads, boolean single) {
        this.start = start;
        this.heads = heads;
        this.single = single;
    }

    private int nodes() {
        return start.length - 1;
    }

    Kernel softmax(Values scores, Values result, Team team) {
        return iteration -> team.run(part -> {
            int end = (int) ((long) nodes() * (part + 1) / team.size());
            for (int node = (int) ((long) nodes() * part / team.size()); node < end; node++) {
                for (int head = 0; head < heads; head++) {
                    softmax(scores, result, start[node] * heads + head, start[node + 1] * heads);
                }
            }
        });
    }

    private void softmax(Values scores, Values result, int from, int to) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i += heads) {
            greatest = Math.max(greatest, scores.get(i));
        }
        double sum = 0;
        for (int i = from; i < to; i += heads) {
            double power = single ? Fast.exp((float) (scores.get(i) - greatest)) : Math.exp(scores.get(i) - greatest);
            result.put(i, power);
            sum += power;
        }
        for (int i = from; i < to; i += heads) {
            result.put(i, result.get(i) / sum);
        }
    }

    Kernel gradient(Values softmax, Values gradient, Values result, Team team) {
        return iteration -> team.run(part -> {
            int end = (int) ((long) nodes() * (part + 1) / team.size());
            for (int node = (int) ((long) nodes() * part / team.size()); node < end; node++) {
                for (int head = 0; head < heads; head++) {
                    gradient(softmax, gradient, result, start[node] * heads + head, start[node + 1] * heads);
                }
            }
        });
    }

    private void gradient(Values softmax, Values gradient, Values result, int from, int to) {
        double product = 0;
        for (int i = from; i < to; i += heads) {
            product += softmax.get(i) * gradient.get(i);
        }
        for (int i = from; i < to; i += heads) {
            result.put(i, softmax.get(i) * (gradient.get(i) - product));
        }
    }
}
