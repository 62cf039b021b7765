package org.espalier.compute.internal.kernel.movement;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What is done with a line of elements. */
@FunctionalInterface
public interface Mover {
    /** Elements that are worth a bulk copy. */
    int BULK = 8;

    /** Moves {@code count} elements, each {@code step} places after the one before. */
    void run(int from, int fromStep, int to, int toStep, int count);

    /** Whether elements of a type can be copied. */
    static boolean copies(DataType type) {
        return type.width() == Integer.BYTES || type.width() == Long.BYTES;
    }

    /** Whether elements of a type can be added. */
    static boolean adds(DataType type) {
        return type == DataType.FLOAT || type == DataType.DOUBLE;
    }

    /** Whether an array is small enough: its bytes are counted by an int. */
    static boolean reaches(INDArray array) {
        return array.length() * array.dataType().width() <= Integer.MAX_VALUE;
    }

    /** Copies elements of 4 or 8 bytes, whatever they are. */
    static Mover copy(INDArray source, INDArray target) {
        if (source.dataType().width() == Integer.BYTES) {
            return copy(Raw.bytes(source).asByteBuffer().asIntBuffer(), Raw.bytes(target).asByteBuffer().asIntBuffer());
        }
        return copy(Raw.bytes(source).asByteBuffer().asLongBuffer(), Raw.bytes(target).asByteBuffer().asLongBuffer());
    }

    private static Mover copy(IntBuffer in, IntBuffer out) {
        return (from, fromStep, to, toStep, count) -> {
            if (fromStep == 1 && toStep == 1 && count >= BULK) {
                out.put(to, in, from, count);
            } else {
                for (int i = 0; i < count; i++) {
                    out.put(to + i * toStep, in.get(from + i * fromStep));
                }
            }
        };
    }

    private static Mover copy(LongBuffer in, LongBuffer out) {
        return (from, fromStep, to, toStep, count) -> {
            if (fromStep == 1 && toStep == 1 && count >= BULK) {
                out.put(to, in, from, count);
            } else {
                for (int i = 0; i < count; i++) {
                    out.put(to + i * toStep, in.get(from + i * fromStep));
                }
            }
        };
    }

    /** Adds {@code factor} times floats to floats, or doubles to doubles. */
    static Mover add(INDArray source, INDArray target, double factor) {
        return source.dataType() == DataType.FLOAT ? add(Raw.floats(source), Raw.floats(target), (float) factor) : add(Raw.doubles(source), Raw.doubles(target), factor);
    }

    private static Mover add(FloatBuffer in, FloatBuffer out, float factor) {
        return (from, fromStep, to, toStep, count) -> {
            for (int i = 0; i < count; i++) {
                out.put(to + i * toStep, out.get(to + i * toStep) + factor * in.get(from + i * fromStep));
            }
        };
    }

    private static Mover add(DoubleBuffer in, DoubleBuffer out, double factor) {
        return (from, fromStep, to, toStep, count) -> {
            for (int i = 0; i < count; i++) {
                out.put(to + i * toStep, out.get(to + i * toStep) + factor * in.get(from + i * fromStep));
            }
        };
    }
}
