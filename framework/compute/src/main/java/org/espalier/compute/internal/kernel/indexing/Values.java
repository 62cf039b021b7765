package org.espalier.compute.internal.kernel.indexing;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The elements of a dense array of floats or doubles. */
interface Values {
    double get(int index);

    void put(int index, double value);

    static Values of(INDArray array) {
        return array.dataType() == DataType.FLOAT ? new Floats(Raw.floats(array)) : new Doubles(Raw.doubles(array));
    }

    /** Single precision. */
    record Floats(FloatBuffer buffer) implements Values {
        @Override
        public double get(int index) {
            return buffer.get(index);
        }

        @Override
        public void put(int index, double value) {
            buffer.put(index, (float) value);
        }
    }

    /** Double precision. */
    record Doubles(DoubleBuffer buffer) implements Values {
        @Override
        public double get(int index) {
            return buffer.get(index);
        }

        @Override
        public void put(int index, double value) {
            buffer.put(index, value);
        }
    }
}
