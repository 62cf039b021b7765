package org.espalier.compute.internal.kernel.movement;

import java.util.List;
import java.util.Optional;

import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/**
 * An op whose inputs go to regions of its one output.
 *
 * @param input     index of the first of these inputs; they follow one another
 * @param regions   one for each of them
 * @param coversAll whether the regions are the whole output
 * @param rest      what the other elements are
 * @param adds      whether elements that go to the same place are added
 */
record Writes(int input, List<Region> regions, boolean coversAll, double rest, boolean adds) {

    /** Empty if the op is none of this kind, or its arguments are not static. */
    static Optional<Writes> of(DifferentialFunction function, List<INDArray> inputs, long[] output) {
        if (!(function instanceof DynamicCustomOp op)) {
            return Optional.empty();
        }
        Region whole = Region.of(output);
        int rank = output.length;
        return switch (op.opName()) {
            case "concat" -> isStatic(op, inputs, rank) ? Optional.of(joined(Reads.parts(whole, Reads.axis(op, 0, rank), shapes(inputs)))) : Optional.empty();
            case "stack" -> Optional.of(joined(Reads.layers(whole, Reads.axis(op, 0, rank), inputs.size())));
            case "slice_bp" -> op.numIArguments() == 2 * rank ? gradient(Slices.slice(op, whole, inputs.get(1).shape())) : Optional.empty();
            case "strided_slice_bp" -> inputs.size() == 2 ? Slices.strided(op, whole).flatMap(Writes::gradient) : Optional.empty();
            case "tile_bp" -> inputs.size() == 2 && op.numIArguments() == rank && Mover.adds(inputs.get(1).dataType())
                    ? Optional.of(new Writes(1, List.of(whole.repeated(op.iArgs())), false, 0, true)) : Optional.empty();
            case "pad" -> padded(op, inputs, whole);
            default -> Optional.empty();
        };
    }

    private static boolean isStatic(DynamicCustomOp op, List<INDArray> inputs, int rank) {
        boolean dynamicAxis = op.numBArguments() > 0 && op.getBArgument(0);
        return op.numIArguments() > 0 && !dynamicAxis && inputs.stream().allMatch(input -> input.rank() == rank);
    }

    private static List<long[]> shapes(List<INDArray> inputs) {
        return inputs.stream().map(INDArray::shape).toList();
    }

    private static Writes joined(List<Region> regions) {
        return new Writes(0, regions, true, 0, false);
    }

    private static Optional<Writes> gradient(Region region) {
        return Optional.of(new Writes(1, List.of(region), false, 0, false));
    }

    /** Padding with a constant; the widths, a matrix [rank, 2], shape the output and are static for that reason. */
    private static Optional<Writes> padded(DynamicCustomOp op, List<INDArray> inputs, Region whole) {
        boolean constant = op.numIArguments() > 0 && op.getIArgument(0) == 0;
        if (!constant || inputs.size() != 2) {
            return Optional.empty();
        }
        Region region = whole;
        for (int axis = 0; axis < whole.shape().length; axis++) {
            region = region.part(axis, inputs.get(1).getLong(axis, 0), 1, inputs.get(0).size(axis));
        }
        return Optional.of(new Writes(0, List.of(region), false, op.numTArguments() > 0 ? op.getTArgument(0) : 0, false));
    }
}
