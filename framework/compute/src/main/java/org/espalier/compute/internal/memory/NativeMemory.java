package org.espalier.compute.internal.memory;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Blocks of off-heap memory with one owner. Freed on close, not by the garbage collector. */
public final class NativeMemory implements AutoCloseable {
    private final List<INDArray> blocks = new ArrayList<>();
    private volatile long held;

    /** A zeroed vector. */
    public INDArray block(DataType type, long length) {
        INDArray block = Nd4j.create(type, length);
        blocks.add(block);
        held += length * type.width();
        return block;
    }

    /** A zeroed array in C order. */
    public INDArray array(DataType type, long... shape) {
        return view(block(type, length(shape)), 0, shape);
    }

    /** A part of a block, in C order. */
    public static INDArray view(INDArray block, long offset, long... shape) {
        return Nd4j.create(block.data(), shape, Nd4j.getStrides(shape, 'c'), offset, 'c');
    }

    /** A part of a dense array that may be a part itself, in C order. */
    public static INDArray part(INDArray array, long offset, long... shape) {
        return view(array, array.offset() + offset, shape);
    }

    /** Number of elements of a shape. */
    public static long length(long... shape) {
        long length = 1;
        for (long size : shape) {
            length *= size;
        }
        return length;
    }

    /** Bytes allocated and not yet freed. */
    public long held() {
        return held;
    }

    @Override
    public void close() {
        blocks.forEach(INDArray::close);
        blocks.clear();
        held = 0;
    }
}
