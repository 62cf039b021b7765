package org.espalier.compute.internal.kernel.product;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ops.impl.reduce.TensorMmul;

/**
 * The axes of a tensor product's factors.
 *
 * @param left  first those that stay, then those summed over
 * @param right first those summed over, in the same order, then those that stay
 * @param summed number of axes summed over
 */
record Contraction(int[] left, int[] right, int summed) {

    /** The op's arguments are the number of the left factor's axes to sum over, these axes, and the same for the right factor. */
    static Contraction of(TensorMmul op, int leftRank, int rightRank) {
        int[] arguments = Arrays.stream(op.iArgs()).mapToInt(Math::toIntExact).toArray();
        int count = arguments[0];
        int[] ofLeft = positive(Arrays.copyOfRange(arguments, 1, 1 + count), leftRank);
        int[] ofRight = positive(Arrays.copyOfRange(arguments, 2 + count, 2 + 2 * count), rightRank);
        return new Contraction(IntStream.concat(others(ofLeft, leftRank), Arrays.stream(ofLeft)).toArray(),
                IntStream.concat(Arrays.stream(ofRight), others(ofRight, rightRank)).toArray(), count);
    }

    private static int[] positive(int[] axes, int rank) {
        return Arrays.stream(axes).map(axis -> axis < 0 ? axis + rank : axis).toArray();
    }

    private static IntStream others(int[] axes, int rank) {
        return IntStream.range(0, rank).filter(axis -> Arrays.stream(axes).noneMatch(other -> other == axis));
    }
}
