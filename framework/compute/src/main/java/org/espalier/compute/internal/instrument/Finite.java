package org.espalier.compute.internal.instrument;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Looks dense arrays of floats and doubles through; others are always finite. */
final class Finite {
    private static final int PIECE = 2048;
    private static final int MAGNITUDE = 0x7fffffff;
    private static final int INFINITY = 0x7f800000;

    private Finite() {
    }

    /** The place of the first number that is NaN or infinite; -1 if there is none. */
    static long firstOther(INDArray array) {
        if (array.isEmpty() || array.dataType() == DataType.FLOAT && !hasOther(Raw.floats(array).capacity(), Raw.bytes(array).asByteBuffer().asIntBuffer())) {
            return -1;
        }
        return switch (array.dataType()) {
            case FLOAT -> {
                FloatBuffer floats = Raw.floats(array);
                yield IntStream.range(0, floats.capacity()).filter(i -> !Float.isFinite(floats.get(i))).findFirst().orElse(-1);
            }
            case DOUBLE -> {
                DoubleBuffer doubles = Raw.doubles(array);
                yield IntStream.range(0, doubles.capacity()).filter(i -> !Double.isFinite(doubles.get(i))).findFirst().orElse(-1);
            }
            default -> -1;
        };
    }

    /** By the greatest magnitude of the bits, a loop that becomes vector instructions. */
    private static boolean hasOther(int length, IntBuffer bits) {
        int[] piece = new int[Math.min(PIECE, length)];
        int greatest = 0;
        for (int from = 0; from < length; from += PIECE) {
            int count = Math.min(PIECE, length - from);
            bits.get(from, piece, 0, count);
            for (int i = 0; i < count; i++) {
                greatest = Math.max(greatest, piece[i] & MAGNITUDE);
            }
        }
        return greatest >= INFINITY;
    }

    static double value(INDArray array, long place) {
        return array.reshape(-1).getDouble(place);
    }

    /** Least and greatest value, e.g. {@code 0.0 to 3.5}. */
    static String range(INDArray array) {
        if (array.isEmpty() || !array.dataType().isFPType()) {
            return array.dataType().toString();
        }
        INDArray row = array.reshape(-1);
        double least = numbers(row).min().orElse(Double.NaN);
        return least + " to " + numbers(row).max().orElse(Double.NaN);
    }

    private static DoubleStream numbers(INDArray row) {
        return IntStream.range(0, (int) Math.min(Integer.MAX_VALUE, row.length())).mapToDouble(row::getDouble);
    }
}
