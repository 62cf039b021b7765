package org.espalier.compute.internal.kernel;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A hidden layer's relu in place, and the same for the gradient by it. Singles go over the heap, where the JVM makes vector instructions of the loops. */
final class Rectifier {
    private final INDArray hidden;
    private final INDArray gradient;
    private final float[] values;
    private final float[] masked;

    /** @param gradient of the same shape and type */
    Rectifier(INDArray hidden, INDArray gradient) {
        this.hidden = hidden;
        this.gradient = gradient;
        this.values = new float[hidden.dataType() == DataType.FLOAT ? Math.toIntExact(hidden.length()) : 0];
        this.masked = new float[values.length];
    }

    /** What is below 0 becomes 0. */
    void rectify() {
        if (values.length > 0) {
            FloatBuffer buffer = Raw.floats(hidden);
            buffer.get(0, values);
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.max(values[i], 0);
            }
            buffer.put(0, values);
            return;
        }
        DoubleBuffer buffer = Raw.doubles(hidden);
        for (int i = 0; i < buffer.capacity(); i++) {
            buffer.put(i, Math.max(buffer.get(i), 0));
        }
    }

    /** The gradient becomes 0 where the rectified layer is. */
    void mask() {
        if (values.length > 0) {
            FloatBuffer buffer = Raw.floats(gradient);
            buffer.get(0, masked);
            for (int i = 0; i < values.length; i++) {
                masked[i] = values[i] > 0 ? masked[i] : 0;
            }
            buffer.put(0, masked);
            return;
        }
        DoubleBuffer above = Raw.doubles(hidden);
        DoubleBuffer buffer = Raw.doubles(gradient);
        for (int i = 0; i < buffer.capacity(); i++) {
            buffer.put(i, above.get(i) > 0 ? buffer.get(i) : 0);
        }
    }
}
