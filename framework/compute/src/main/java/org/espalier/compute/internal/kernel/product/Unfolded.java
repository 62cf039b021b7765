package org.espalier.compute.internal.kernel.product;

import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.kernel.movement.Mover;
import org.espalier.compute.internal.kernel.movement.Region;
import org.espalier.compute.internal.kernel.movement.Walk;
import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A tensor as a matrix.
 *
 * @param matrix the tensor's own memory if the order of its axes allows it, else a copy
 * @param move   from the tensor to the copy, or back; does nothing if there is none
 */
record Unfolded(INDArray matrix, Kernel move) {
    private static final Kernel NOTHING = iteration -> {
    };

    /**
     * A factor to be read.
     *
     * @param order of its axes
     * @param first how many of them make up the rows
     */
    static Unfolded read(INDArray tensor, int[] order, int first, NativeMemory memory, Team team) {
        return of(tensor, order, first, true, memory, team);
    }

    /** A result to be written. */
    static Unfolded write(INDArray tensor, int[] order, int first, NativeMemory memory, Team team) {
        return of(tensor, order, first, false, memory, team);
    }

    private static Unfolded of(INDArray tensor, int[] order, int first, boolean reads, NativeMemory memory, Team team) {
        Region region = Region.of(tensor.shape()).permuted(order);
        long rows = 1;
        for (int d = 0; d < first; d++) {
            rows *= region.shape()[d];
        }
        long columns = tensor.length() / rows;
        if (region.isDense()) {
            return new Unfolded(NativeMemory.part(tensor, 0, rows, columns), NOTHING);
        }
        INDArray copy = memory.array(tensor.dataType(), rows, columns);
        Region whole = Region.of(region.shape());
        return new Unfolded(copy, reads ? new Walk(Mover.copy(tensor, copy), region, whole, team) : new Walk(Mover.copy(copy, tensor), whole, region, team));
    }
}
