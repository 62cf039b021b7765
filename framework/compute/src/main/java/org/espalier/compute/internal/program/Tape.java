package org.espalier.compute.internal.program;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An array [n, ...] and another that holds one of its slices. */
final class Tape {
    private final BytePointer slices;
    private final BytePointer slice;
    private final long bytes;

    /** @param slice array of the shape [...] */
    Tape(INDArray slices, INDArray slice) {
        this.slices = Raw.bytes(slices);
        this.slice = Raw.bytes(slice);
        this.bytes = slice.length() * slice.dataType().width();
    }

    /** Copies from the array to the slice. */
    void load(int index) {
        Pointer.memcpy(slice, slices.position(index * bytes), bytes);
    }

    /** Copies from the slice to the array. */
    void store(int index) {
        Pointer.memcpy(slices.position(index * bytes), slice, bytes);
    }
}
