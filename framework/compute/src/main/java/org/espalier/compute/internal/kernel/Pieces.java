package org.espalier.compute.internal.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Collects the arrays of a {@link PiecewiseKernel}; if one of them does not fit, there is no kernel. */
final class Pieces {
    private final long[] shape;
    private final int length;
    private final List<Source> sources = new ArrayList<>();
    private final List<Sink> sinks = new ArrayList<>();
    private boolean fits = true;

    /** @param like has the shape of what the loop works on */
    Pieces(INDArray like) {
        this.shape = like.shape();
        this.length = Math.toIntExact(like.length());
    }

    /** Whether arrays are of the kind that these kernels take: single precision in C order, not empty, at most 2 GB each. */
    static boolean areTaken(List<INDArray> inputs, List<INDArray> outputs) {
        return Stream.concat(inputs.stream(), outputs.stream())
                .allMatch(array -> array.dataType() == DataType.FLOAT && Raw.isDense(array) && array.length() > 0 && array.length() < Integer.MAX_VALUE / Float.BYTES);
    }

    Pieces read(INDArray input) {
        return read(input, input.shape());
    }

    /** @param as the input's shape with the dimensions that it lacks */
    Pieces read(INDArray input, long[] as) {
        Alignment.of(as, shape).ifPresentOrElse(alignment -> sources.add(Source.of(Raw.floats(input), alignment, length)), () -> fits = false);
        return this;
    }

    Pieces read(Source source) {
        sources.add(source);
        return this;
    }

    Pieces write(INDArray output) {
        return write(output, output.shape(), 1);
    }

    /**
     * @param as     the output's shape with the dimensions that it lacks
     * @param factor of the sums, if the output is smaller
     */
    Pieces write(INDArray output, long[] as, double factor) {
        Alignment.of(as, shape).ifPresentOrElse(alignment -> sinks.add(Sink.of(Raw.floats(output), alignment, length, factor)), () -> fits = false);
        return this;
    }

    Optional<Kernel> kernel(Loop loop, Team team, Scratch scratch) {
        return fits ? Optional.of(new PiecewiseKernel(sources, sinks, length, loop, team, scratch)) : Optional.empty();
    }
}
