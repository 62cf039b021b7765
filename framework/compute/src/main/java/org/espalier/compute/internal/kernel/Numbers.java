package org.espalier.compute.internal.kernel;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An element type with the workspaces of a program's threads.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class Numbers<A> {
    private final List<Workspace<A>> workspaces;

    Numbers(int threads, Supplier<Vectors<A>> vectors) {
        this.workspaces = IntStream.range(0, threads).mapToObj(thread -> new Workspace<>(vectors.get())).toList();
    }

    Workspace<A> workspace(int thread) {
        return workspaces.get(thread);
    }

    /** Of the elements. */
    Class<?> type() {
        return workspaces.get(0).type();
    }

    Exponential exponential() {
        return workspaces.get(0).vectors().exponential();
    }

    Memory<A> memory(INDArray array) {
        return workspaces.get(0).vectors().memory(array);
    }

    /** Whether arrays are of the kind that these kernels take: all of one type, float or double, in C order, not empty, at most 2 GB each. */
    static boolean areTaken(List<INDArray> inputs, List<INDArray> outputs) {
        DataType type = outputs.get(0).dataType();
        return isTaken(type) && Stream.concat(inputs.stream(), outputs.stream()).allMatch(array -> array.dataType() == type && Raw.isDense(array) && isTaken(array.length(), type));
    }

    static boolean isTaken(DataType type) {
        return type == DataType.FLOAT || type == DataType.DOUBLE;
    }

    static boolean isTaken(long length, DataType type) {
        return length > 0 && length < Integer.MAX_VALUE / type.width();
    }
}
