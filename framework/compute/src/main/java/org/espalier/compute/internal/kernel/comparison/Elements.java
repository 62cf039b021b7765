package org.espalier.compute.internal.kernel.comparison;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Optional;

import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The elements of a dense array of floats, doubles, integers or truth values, as doubles: integers beyond 2^53 are not among them. */
interface Elements {
    double get(int index);

    void put(int index, double value);

    /** Empty for other types, and for arrays beyond 2 GB. */
    static Optional<Elements> of(INDArray array) {
        if (!Raw.isDense(array) || array.length() == 0 || array.length() >= Integer.MAX_VALUE / Math.max(1, array.dataType().width())) {
            return Optional.empty();
        }
        return switch (array.dataType()) {
            case FLOAT -> Optional.of(new Floats(Raw.floats(array)));
            case DOUBLE -> Optional.of(new Doubles(Raw.doubles(array)));
            case INT -> Optional.of(new Ints(Raw.bytes(array).asByteBuffer().asIntBuffer()));
            case LONG -> Optional.of(new Longs(Raw.bytes(array).asByteBuffer().asLongBuffer()));
            case BOOL -> Optional.of(new Truths(Raw.bytes(array).asByteBuffer()));
            default -> Optional.empty();
        };
    }

    /** Single precision. */
    record Floats(FloatBuffer buffer) implements Elements {
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
    record Doubles(DoubleBuffer buffer) implements Elements {
        @Override
        public double get(int index) {
            return buffer.get(index);
        }

        @Override
        public void put(int index, double value) {
            buffer.put(index, value);
        }
    }

    /** 32 bits; what is written is cut off towards 0. */
    record Ints(IntBuffer buffer) implements Elements {
        @Override
        public double get(int index) {
            return buffer.get(index);
        }

        @Override
        public void put(int index, double value) {
            buffer.put(index, (int) value);
        }
    }

    /** 64 bits; what is written is cut off towards 0. */
    record Longs(LongBuffer buffer) implements Elements {
        @Override
        public double get(int index) {
            return buffer.get(index);
        }

        @Override
        public void put(int index, double value) {
            buffer.put(index, (long) value);
        }
    }

    /** 1 and 0; everything but 0 is written as 1. */
    record Truths(ByteBuffer buffer) implements Elements {
        @Override
        public double get(int index) {
            return buffer.get(index);
        }

        @Override
        public void put(int index, double value) {
            buffer.put(index, value == 0 ? (byte) 0 : 1);
        }
    }
}
