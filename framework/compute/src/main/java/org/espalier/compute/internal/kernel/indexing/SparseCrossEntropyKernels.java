package org.espalier.compute.internal.kernel.indexing;

import java.nio.FloatBuffer;
import java.util.Optional;

import org.espalier.compute.internal.kernel.Fast;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.KernelFactory;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.loss.SparseSoftmaxCrossEntropyLossWithLogits;
import org.nd4j.linalg.api.ops.impl.loss.bp.SparseSoftmaxCrossEntropyLossWithLogitsBp;

/**
 * Softmax cross-entropy of logits [..., classes] and class numbers, one for each row, in single precision: log sum over k of e^logit[k] - logit[class], and its
 * gradient by the logits. Inputs are the classes, then the logits.
 */
public final class SparseCrossEntropyKernels implements KernelFactory {
    private static final int WORTH_THREADS = 1 << 13;

    private final Team team;

    public SparseCrossEntropyKernels(Team team) {
        this.team = team;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        boolean gradient = site.op() instanceof SparseSoftmaxCrossEntropyLossWithLogitsBp;
        boolean known = gradient || site.op() instanceof SparseSoftmaxCrossEntropyLossWithLogits;
        return known && isTaken(site) ? Optional.of(kernel(site, gradient)) : Optional.empty();
    }

    private static boolean isTaken(Site site) {
        INDArray logits = site.inputs().get(1);
        return logits.dataType() == DataType.FLOAT && site.type() == DataType.FLOAT && Raw.isDense(logits) && logits.length() > 0 && Indices.areTaken(site.input())
                && site.input().length() * logits.size(-1) == logits.length();
    }

    private Kernel kernel(Site site, boolean gradient) {
        INDArray logits = site.inputs().get(1);
        int classes = Math.toIntExact(logits.size(-1));
        Indices labels = new Indices(site, 0);
        FloatBuffer in = Raw.floats(logits);
        FloatBuffer out = Raw.floats(site.output());
        Team threads = logits.length() < WORTH_THREADS ? Team.SINGLE : team;
        float[][] rows = new float[threads.size()][classes];
        return iteration -> {
            int[] label = labels.read(false, classes);
            threads.run(part -> {
                float[] row = rows[part];
                for (int r = part; r < label.length; r += threads.size()) {
                    in.get(r * classes, row);
                    float score = row[label[r]];
                    double logSum = normalise(row);
                    if (gradient) {
                        row[label[r]] -= 1;
                        out.put(r * classes, row);
                    } else {
                        out.put(r, (float) (logSum - score));
                    }
                }
            });
        };
    }

    /** Puts the softmax in place of the row, and returns the logarithm of the sum of its powers. */
    private static double normalise(float[] row) {
        float greatest = row[0];
        for (float score : row) {
            greatest = Math.max(greatest, score);
        }
        double sum = 0;
        for (int c = 0; c < row.length; c++) {
            row[c] = Fast.exp(row[c] - greatest);
            sum += row[c];
        }
        float factor = (float) (1 / sum);
        for (int c = 0; c < row.length; c++) {
            row[c] *= factor;
        }
        return greatest + Math.log(sum);
    }
}
