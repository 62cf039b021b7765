package org.espalier.compute.internal.update;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A vector of floats or doubles, read and written as doubles. */
interface Elements {
    void read(int from, int count, double[] to);

    void write(int from, int count, double[] values);

    static Elements of(INDArray vector) {
        return vector.dataType() == DataType.DOUBLE ? new Doubles(Raw.doubles(vector)) : new Floats(Raw.floats(vector));
    }

    /** In double precision. */
    record Doubles(DoubleBuffer buffer) implements Elements {
        @Override
        public void read(int from, int count, double[] to) {
            buffer.get(from, to, 0, count);
        }

        @Override
        public void write(int from, int count, double[] values) {
            buffer.put(from, values, 0, count);
        }
    }

    /** In single precision. */
    record Floats(FloatBuffer buffer) implements Elements {
        @Override
        public void read(int from, int count, double[] to) {
            for (int i = 0; i < count; i++) {
                to[i] = buffer.get(from + i);
            }
        }

        @Override
        public void write(int from, int count, double[] values) {
            for (int i = 0; i < count; i++) {
                buffer.put(from + i, (float) values[i]);
            }
        }
    }
}
