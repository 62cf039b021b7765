package org.espalier.compute.internal.kernel.indexing;

import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.kernel.movement.Mover;

/** Moves slices that lie one after the other to places found by indices, in the order of the indices. Each thread has its own range of places. */
final class Scattering {
    private static final int WORTH_THREADS = 1 << 14;

    private final Mover mover;
    private final Offsets offsets;
    private final int length;
    private final Team team;

    /** @param length elements of the target */
    Scattering(Mover mover, Offsets offsets, int length, Team team) {
        this.mover = mover;
        this.offsets = offsets;
        this.length = length;
        this.team = team;
    }

    void run() {
        int[] places = offsets.read();
        Team threads = (long) places.length * offsets.inner() < WORTH_THREADS ? Team.SINGLE : team;
        threads.run(part -> {
            int first = (int) ((long) length * part / threads.size());
            int end = (int) ((long) length * (part + 1) / threads.size());
            move(places, first, end);
        });
    }

    private void move(int[] places, int first, int end) {
        int inner = offsets.inner();
        for (int slice = 0; slice < places.length; slice++) {
            int to = places[slice];
            if (to >= first && to < end) {
                mover.run(slice * inner, 1, to, 1, inner);
            }
        }
    }
}
