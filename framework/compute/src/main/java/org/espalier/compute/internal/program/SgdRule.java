package org.espalier.compute.internal.program;

import java.nio.FloatBuffer;

import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;

/** Plain gradient descent in single precision, in one pass, piece by piece on the heap. */
final class SgdRule implements UpdateRule {
    private static final int PIECE = 2048;

    private final Sgd settings;
    private final FloatBuffer parameters;
    private final FloatBuffer gradients;
    private final float[] w = new float[PIECE];
    private final float[] g = new float[PIECE];

    SgdRule(Sgd settings, INDArray parameters, INDArray gradients) {
        this.settings = settings;
        this.parameters = Raw.floats(parameters);
        this.gradients = Raw.floats(gradients);
    }

    @Override
    public void apply(int iteration) {
        float rate = (float) settings.getLearningRate(iteration, 0);
        int length = parameters.capacity();
        for (int from = 0; from < length; from += PIECE) {
            int count = Math.min(PIECE, length - from);
            parameters.get(from, w, 0, count);
            gradients.get(from, g, 0, count);
            for (int i = 0; i < count; i++) {
                w[i] -= rate * g[i];
            }
            parameters.put(from, w, 0, count);
        }
    }
}
