package org.espalier.compute.internal.update;

import java.util.ArrayList;
import java.util.List;

import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.memory.RowGradient;

/**
 * Applies a formula to all elements in pieces that fit the processor's first cache; those of long vectors are shared out among threads. A table's rows that did
 * not occur have the gradient 0 and are part of it, so the result is that of a dense gradient bit for bit; if lazy, they are left as they are.
 */
final class ElementwiseUpdate implements Update {
    private static final int PIECE = 2048;
    private static final long WORTH_THREADS = 32 * PIECE;

    private record Piece(long from, int count) {
    }

    private final Pieces[] pieces;
    private final List<Piece> parts = new ArrayList<>();
    private final List<RowGradient> rows;
    private final Team team;

    /** One thread's view of the vectors, with heap arrays of its own. */
    interface Pieces {
        void update(Step step, long from, int count);

        /** Updates the rows of some slots only. */
        void update(Step step, RowGradient table, int slot, int count);
    }

    ElementwiseUpdate(Formula formula, Vectors vectors, boolean lazy, Team team) {
        this.rows = lazy ? vectors.tables() : List.of();
        long from = 0;
        for (RowGradient table : rows) {
            cut(from, table.offset());
            from = table.offset() + table.length();
        }
        cut(from, vectors.length());
        this.team = vectors.length() >= WORTH_THREADS ? team : Team.SINGLE;
        this.pieces = new Pieces[this.team.size()];
        int room = rows.stream().mapToInt(RowGradient::width).reduce(PIECE, Math::max);
        for (int thread = 0; thread < pieces.length; thread++) {
            pieces[thread] = vectors.isDouble() ? new DoublePieces(formula, vectors, room) : new FloatPieces(formula, vectors, room);
        }
    }

    private void cut(long from, long to) {
        for (long start = from; start < to; start += PIECE) {
            parts.add(new Piece(start, (int) Math.min(PIECE, to - start)));
        }
    }

    @Override
    public void apply(Step step) {
        team.run(part -> {
            for (int i = part; i < parts.size(); i += team.size()) {
                pieces[part].update(step, parts.get(i).from(), parts.get(i).count());
            }
            rows.forEach(table -> rows(step, table, part));
        });
    }

    private void rows(Step step, RowGradient table, int part) {
        int end = (int) ((long) table.count() * (part + 1) / team.size());
        int atOnce = Math.max(1, PIECE / table.width());
        for (int slot = (int) ((long) table.count() * part / team.size()); slot < end; slot += atOnce) {
            pieces[part].update(step, table, slot, Math.min(atOnce, end - slot));
        }
    }
}
