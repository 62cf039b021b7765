package org.espalier.compute.internal.kernel.indexing;

import org.bytedeco.javacpp.Pointer;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.kernel.movement.Mover;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Moves slices found by indices to one after the other; a slice that is not there becomes zeros. */
final class Gathering implements Kernel {
    private static final int WORTH_THREADS = 1 << 14;

    private final Mover mover;
    private final Offsets offsets;
    private final Pointer start;
    private final long bytes;
    private final int slices;
    private final Team team;

    Gathering(Mover mover, Offsets offsets, INDArray target, Team team) {
        this.mover = mover;
        this.offsets = offsets;
        this.start = Raw.bytes(target);
        this.bytes = target.length() * target.dataType().width();
        this.slices = Math.toIntExact(target.length() / offsets.inner());
        this.team = target.length() < WORTH_THREADS ? Team.SINGLE : team;
    }

    @Override
    public void run(long iteration) {
        int[] places = offsets.read();
        if (least(places) < 0) {
            Pointer.memset(start, 0, bytes);
        }
        team.run(part -> {
            int end = (int) ((long) slices * (part + 1) / team.size());
            move(places, (int) ((long) slices * part / team.size()), end);
        });
    }

    private static int least(int[] places) {
        int least = 0;
        for (int place : places) {
            least = Math.min(least, place);
        }
        return least;
    }

    private void move(int[] places, int first, int end) {
        int inner = offsets.inner();
        for (int slice = first; slice < end; slice++) {
            if (places[slice] >= 0) {
                mover.run(places[slice], 1, slice * inner, 1, inner);
            }
        }
    }
}
