package org.espalier.compute.internal.update;

import org.espalier.compute.internal.kernel.Team;

/** Applies a formula to all elements in pieces that fit the processor's first cache; those of long vectors are shared out among threads. */
final class ElementwiseUpdate implements Update {
    private static final int PIECE = 2048;
    private static final long WORTH_THREADS = 32 * PIECE;

    private final Pieces[] pieces;
    private final long length;
    private final Team team;

    /** One thread's view of the vectors, with heap arrays of its own. */
    interface Pieces {
        void update(Step step, long from, int count);
    }

    ElementwiseUpdate(Formula formula, Vectors vectors, Team team) {
        this.length = vectors.length();
        this.team = length >= WORTH_THREADS ? team : Team.SINGLE;
        this.pieces = new Pieces[this.team.size()];
        for (int thread = 0; thread < pieces.length; thread++) {
            pieces[thread] = vectors.isDouble() ? new DoublePieces(formula, vectors, PIECE) : new FloatPieces(formula, vectors, PIECE);
        }
    }

    @Override
    public void apply(Step step) {
        team.run(part -> {
            for (long from = (long) part * PIECE; from < length; from += (long) team.size() * PIECE) {
                pieces[part].update(step, from, (int) Math.min(PIECE, length - from));
            }
        });
    }
}
