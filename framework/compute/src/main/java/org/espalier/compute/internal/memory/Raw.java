package org.espalier.compute.internal.memory;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Direct access to the elements of arrays in C order. What it returns is valid as long as the array's memory. */
public final class Raw {
    private Raw() {
    }

    /** Whether the elements lie one after the other in C order. */
    public static boolean isDense(INDArray array) {
        return array.ordering() == 'c' && array.elementWiseStride() == 1 || array.length() == 1;
    }

    /** All bytes of a dense array. */
    public static BytePointer bytes(INDArray array) {
        BytePointer bytes = new BytePointer(array.data().addressPointer());
        return bytes.position(0).capacity(array.length() * array.dataType().width());
    }

    /** The elements of a dense float array. */
    public static FloatBuffer floats(INDArray array) {
        return buffer(array).asFloatBuffer();
    }

    /** The elements of a dense double array. */
    public static DoubleBuffer doubles(INDArray array) {
        return buffer(array).asDoubleBuffer();
    }

    private static ByteBuffer buffer(INDArray array) {
        BytePointer bytes = bytes(array);
        if (bytes.capacity() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("A Java kernel takes arrays up to 2 GB, not one of shape " + java.util.Arrays.toString(array.shape()));
        }
        return bytes.asByteBuffer();
    }

    /** Copies a dense array into another of the same type and length. */
    public static void copy(INDArray from, INDArray to) {
        Pointer.memcpy(bytes(to), bytes(from), from.length() * from.dataType().width());
    }

    /** Fills a dense array with zeros. */
    public static void clear(INDArray array) {
        BytePointer bytes = bytes(array);
        Pointer.memset(bytes, 0, bytes.capacity());
    }
}
