package org.espalier.compute.internal.memory;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Blocks of off-heap memory with one owner. Freed on close, not by the garbage collector. */
public final class NativeMemory implements AutoCloseable {
    private final Budget budget;
    private final List<INDArray> blocks = new ArrayList<>();
    private String purpose = "a program";
    private volatile long held;
    private volatile boolean closed;

    /** Without limit. */
    public NativeMemory() {
        this(Budget.UNLIMITED);
    }

    public NativeMemory(Budget budget) {
        this.budget = budget;
    }

    /** Says what the next blocks are for, should there be too little memory. */
    public void purpose(String next) {
        purpose = next;
    }

    /** A zeroed vector. */
    public INDArray block(DataType type, long length) {
        long bytes = length * type.width();
        String what = purpose + ", " + length + " elements of type " + type;
        budget.take(what, bytes);
        held += bytes;
        blocks.add(allocated(type, length, what));
        return blocks.get(blocks.size() - 1);
    }

    private INDArray allocated(DataType type, long length, String what) {
        try {
            return Nd4j.create(type, length);
        } catch (OutOfMemoryError e) {
            throw budget.refusal(what, length * type.width());
        }
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

    /**
     * Called before the memory is used.
     *
     * @param owner whose memory it is, e.g. {@code this program}
     * @throws IllegalStateException if it has been freed
     */
    public void requireOpen(String owner) {
        if (closed) {
            throw new IllegalStateException("The memory of " + owner + " was freed when it was closed: use it before that, or make another");
        }
    }

    @Override
    public void close() {
        closed = true;
        blocks.forEach(INDArray::close);
        blocks.clear();
        budget.giveBack(held);
        held = 0;
    }
}
