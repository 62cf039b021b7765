package org.espalier.compute.internal.kernel;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/** Softmax over the last dimension, its logarithm, and their gradients, in single precision. Rows are shared out among the threads. */
final class SoftmaxKernels implements KernelFactory {
    /** Elements that are worth a second thread. */
    private static final int WORTH_THREADS = 8192;

    private interface Row {
        /** Reads {@code width} elements of each input from {@code from} on, and writes those of the output. */
        void run(float[] x, float[] g, float[] y, int from, int width);
    }

    private static final Map<String, Row> ROWS = Map.of("softmax", SoftmaxKernels::softmax, "softmax_bp", SoftmaxKernels::softmaxGradient,
            "log_softmax", SoftmaxKernels::logSoftmax, "log_softmax_bp", SoftmaxKernels::logSoftmaxGradient);

    private final Team team;
    private final Scratch scratch;

    SoftmaxKernels(Team team, Scratch scratch) {
        this.team = team;
        this.scratch = scratch;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        Row row = ROWS.get(site.op().opName());
        boolean taken = row != null && Numbers.areTaken(site.inputs(), site.outputs()) && site.type() == DataType.FLOAT && site.input().rank() > 0 && isLast(site);
        return taken ? Optional.of(kernel(site, row)) : Optional.empty();
    }

    private static boolean isLast(Site site) {
        long[] dimensions = ((DynamicCustomOp) site.op()).iArgs();
        return dimensions.length == 0 || dimensions[0] == -1 || dimensions[0] == site.input().rank() - 1;
    }

    private Kernel kernel(Site site, Row row) {
        List<FloatBuffer> in = site.inputs().stream().map(Raw::floats).toList();
        FloatBuffer out = Raw.floats(site.output());
        INDArray like = site.output();
        int length = out.capacity();
        int width = Math.toIntExact(like.size(like.rank() - 1));
        Team threads = length < WORTH_THREADS ? Team.SINGLE : team;
        return iteration -> {
            float[] x = load(in.get(0), 0);
            float[] g = load(in.get(in.size() - 1), 1);
            float[] y = scratch.floats(2, length);
            threads.run(part -> {
                for (int from = part * width; from < length; from += threads.size() * width) {
                    row.run(x, g, y, from, width);
                }
            });
            out.put(0, y, 0, length);
        };
    }

    private float[] load(FloatBuffer buffer, int slot) {
        float[] values = scratch.floats(slot, buffer.capacity());
        buffer.get(0, values, 0, buffer.capacity());
        return values;
    }

    private static void softmax(float[] x, float[] g, float[] y, int from, int width) {
        float largest = largest(x, from, width);
        double sum = 0;
        for (int i = from; i < from + width; i++) {
            y[i] = Fast.exp(x[i] - largest);
            sum += y[i];
        }
        float factor = (float) (1 / sum);
        for (int i = from; i < from + width; i++) {
            y[i] *= factor;
        }
    }

    private static void softmaxGradient(float[] x, float[] g, float[] y, int from, int width) {
        softmax(x, g, y, from, width);
        double product = 0;
        for (int i = from; i < from + width; i++) {
            product += y[i] * g[i];
        }
        for (int i = from; i < from + width; i++) {
            y[i] *= (float) (g[i] - product);
        }
    }

    private static void logSoftmax(float[] x, float[] g, float[] y, int from, int width) {
        float largest = largest(x, from, width);
        double sum = 0;
        for (int i = from; i < from + width; i++) {
            sum += Fast.exp(x[i] - largest);
        }
        float logSum = (float) (largest + Math.log(sum));
        for (int i = from; i < from + width; i++) {
            y[i] = x[i] - logSum;
        }
    }

    private static void logSoftmaxGradient(float[] x, float[] g, float[] y, int from, int width) {
        softmax(x, g, y, from, width);
        double sum = 0;
        for (int i = from; i < from + width; i++) {
            sum += g[i];
        }
        for (int i = from; i < from + width; i++) {
            y[i] = (float) (g[i] - y[i] * sum);
        }
    }

    private static float largest(float[] x, int from, int width) {
        float largest = x[from];
        for (int i = from + 1; i < from + width; i++) {
            largest = Math.max(largest, x[i]);
        }
        return largest;
    }
}
