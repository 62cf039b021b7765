package org.espalier.compute.internal.kernel;

import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.function.IntUnaryOperator;

import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Where the slices of a gathered array come from, in an array seen as [outer, axis, inner]. */
final class Places {
    private final IntUnaryOperator indices;
    private final int count;
    private final int size;
    private final int inner;
    private final int[] offsets;
    private final String name;

    /**
     * @param indices places along the axis
     * @param outer   product of the sizes before the axis
     * @param size    size of the axis
     * @param inner   product of the sizes after the axis
     * @param name    the variable, for messages
     */
    Places(INDArray indices, int outer, int size, int inner, String name) {
        this.indices = reader(indices, name);
        this.count = Math.toIntExact(indices.length());
        this.size = size;
        this.inner = inner;
        this.offsets = new int[outer * count];
        this.name = name;
    }

    private static IntUnaryOperator reader(INDArray indices, String name) {
        return switch (indices.dataType()) {
            case INT -> {
                IntBuffer ints = Raw.bytes(indices).asByteBuffer().asIntBuffer();
                yield ints::get;
            }
            case LONG -> {
                LongBuffer longs = Raw.bytes(indices).asByteBuffer().asLongBuffer();
                yield i -> Math.toIntExact(longs.get(i));
            }
            default -> throw new IllegalArgumentException("Indices of variable '" + name + "' must be of type INT or LONG to have a gradient, not " + indices.dataType());
        };
    }

    /** Number of values in a slice. */
    int inner() {
        return inner;
    }

    /** Offset of each slice, by the indices as they are now. */
    int[] offsets() {
        for (int slice = 0; slice < offsets.length; slice++) {
            int index = indices.applyAsInt(slice % count);
            if (index < 0 || index >= size) {
                throw new IllegalArgumentException("Index " + index + " of variable '" + name + "' is outside [0, " + size + ")");
            }
            offsets[slice] = (slice / count * size + index) * inner;
        }
        return offsets;
    }
}
