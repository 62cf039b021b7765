package org.espalier.compute.internal.program;

import java.nio.FloatBuffer;

import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Adam (Kingma and Ba, arXiv 1412.6980, algorithm 1 in the form at the end of section 2) in single precision: gradient, both moments and parameters in one
 * pass, piece by piece on the heap.
 */
final class AdamRule implements UpdateRule {
    private static final int PIECE = 2048;

    private final Adam settings;
    private final FloatBuffer parameters;
    private final FloatBuffer gradients;
    private final FloatBuffer state;
    private final float[] w = new float[PIECE];
    private final float[] g = new float[PIECE];
    private final float[] m = new float[PIECE];
    private final float[] v = new float[PIECE];

    /** @param state first moments, then second ones */
    AdamRule(Adam settings, INDArray parameters, INDArray gradients, INDArray state) {
        this.settings = settings;
        this.parameters = Raw.floats(parameters);
        this.gradients = Raw.floats(gradients);
        this.state = Raw.floats(state);
    }

    @Override
    public void apply(int iteration) {
        int step = iteration + 1;
        double rate = settings.getLearningRate(iteration, 0) * Math.sqrt(1 - Math.pow(settings.getBeta2(), step)) / (1 - Math.pow(settings.getBeta1(), step));
        int length = parameters.capacity();
        for (int from = 0; from < length; from += PIECE) {
            int count = Math.min(PIECE, length - from);
            parameters.get(from, w, 0, count);
            gradients.get(from, g, 0, count);
            state.get(from, m, 0, count);
            state.get(length + from, v, 0, count);
            update(count, (float) rate, (float) settings.getBeta1(), (float) settings.getBeta2(), (float) settings.getEpsilon());
            parameters.put(from, w, 0, count);
            state.put(from, m, 0, count);
            state.put(length + from, v, 0, count);
        }
    }

    private void update(int count, float rate, float beta1, float beta2, float epsilon) {
        for (int i = 0; i < count; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            w[i] -= rate * m[i] / ((float) Math.sqrt(v[i]) + epsilon);
        }
    }
}
