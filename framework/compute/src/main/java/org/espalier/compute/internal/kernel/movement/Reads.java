package org.espalier.compute.internal.kernel.movement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/**
 * An op each of whose outputs is a region of one input.
 *
 * @param input   index of the input
 * @param regions one for each output; an output has as many elements in the same order, its shape may differ by axes of size 1
 */
public record Reads(int input, List<Region> regions) {

    /**
     * Finds the regions.
     *
     * @return empty if the op is none of this kind, or its arguments are not static
     */
    public static Optional<Reads> of(DifferentialFunction function, List<long[]> inputs, List<long[]> outputs) {
        if (!(function instanceof DynamicCustomOp op) || inputs.isEmpty()) {
            return Optional.empty();
        }
        long[] shape = inputs.get(0);
        Region whole = Region.of(shape);
        int rank = shape.length;
        boolean alone = inputs.size() == 1;
        return switch (op.opName()) {
            case "permute" -> alone && op.numIArguments() == rank ? first(whole.permuted(axes(op, rank))) : Optional.empty();
            case "transpose" -> alone ? first(whole.permuted(op.numIArguments() == rank ? axes(op, rank) : backwards(rank))) : Optional.empty();
            case "unstack" -> alone ? Optional.of(new Reads(0, layers(whole, axis(op, 0, rank), outputs.size()))) : Optional.empty();
            case "split" -> alone && op.numIArguments() > 1 ? Optional.of(new Reads(0, parts(whole, axis(op, 1, rank), outputs))) : Optional.empty();
            case "split_v" -> op.numIArguments() > 0 ? Optional.of(new Reads(0, parts(whole, axis(op, 0, rank), outputs))) : Optional.empty();
            case "slice" -> alone && op.numIArguments() == 2 * rank ? first(Slices.slice(op, whole, outputs.get(0))) : Optional.empty();
            case "strided_slice" -> alone ? Slices.strided(op, whole).map(region -> new Reads(0, List.of(region))) : Optional.empty();
            case "concat_bp" -> concatenated(op, inputs, outputs);
            case "reverse" -> alone ? first(reversed(op, whole)) : Optional.empty();
            case "reverse_bp" -> Optional.of(new Reads(1, List.of(reversed(op, whole))));
            case "tile" -> alone && op.numIArguments() == rank ? first(whole.repeated(op.iArgs())) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Reads> first(Region region) {
        return Optional.of(new Reads(0, List.of(region)));
    }

    private static Optional<Reads> concatenated(DynamicCustomOp op, List<long[]> inputs, List<long[]> outputs) {
        int last = inputs.size() - 1;
        Region gradient = Region.of(inputs.get(last));
        boolean isStatic = op.numIArguments() > 0 && last == outputs.size() && inputs.stream().noneMatch(shape -> shape.length == 0);
        return isStatic ? Optional.of(new Reads(last, parts(gradient, axis(op, 0, gradient.shape().length), outputs))) : Optional.empty();
    }

    /** Parts along an axis, as long as the outputs are. */
    static List<Region> parts(Region whole, int axis, List<long[]> outputs) {
        List<Region> parts = new ArrayList<>();
        long from = 0;
        for (long[] output : outputs) {
            parts.add(whole.part(axis, from, 1, output[axis]));
            from += output[axis];
        }
        return parts;
    }

    /** The places of an axis one by one. */
    static List<Region> layers(Region whole, int axis, int count) {
        return IntStream.range(0, count).mapToObj(i -> whole.part(axis, i, 1, 1).without(axis)).toList();
    }

    private static Region reversed(DynamicCustomOp op, Region whole) {
        Region turned = whole;
        for (int i = 0; i < op.numIArguments(); i++) {
            int axis = axis(op, i, whole.shape().length);
            turned = turned.part(axis, whole.shape()[axis] - 1, -1, whole.shape()[axis]);
        }
        return turned;
    }

    private static int[] backwards(int rank) {
        return IntStream.range(0, rank).map(d -> rank - 1 - d).toArray();
    }

    private static int[] axes(DynamicCustomOp op, int rank) {
        return Arrays.stream(op.iArgs()).mapToInt(axis -> Math.toIntExact(axis < 0 ? axis + rank : axis)).toArray();
    }

    static int axis(DynamicCustomOp op, int argument, int rank) {
        long axis = op.getIArgument(argument);
        return Math.toIntExact(axis < 0 ? axis + rank : axis);
    }
}
