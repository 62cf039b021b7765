package org.espalier.compute.internal.update;

import java.nio.DoubleBuffer;

import org.espalier.compute.internal.memory.Raw;
import org.espalier.compute.internal.memory.RowGradient;

/** Pieces of vectors of doubles. */
final class DoublePieces implements ElementwiseUpdate.Pieces {
    private final Formula formula;
    private final DoubleBuffer parameters;
    private final DoubleBuffer gradients;
    private final DoubleBuffer state;
    private final int length;
    private final double[] w;
    private final double[] g;
    private final double[][] s;

    DoublePieces(Formula formula, Vectors vectors, int piece) {
        this.formula = formula;
        this.parameters = Raw.doubles(vectors.parameters());
        this.gradients = Raw.doubles(vectors.gradients());
        this.state = formula.slots() == 0 ? DoubleBuffer.allocate(0) : Raw.doubles(vectors.state());
        this.length = parameters.capacity();
        this.w = new double[piece];
        this.g = new double[piece];
        this.s = new double[formula.slots()][piece];
    }

    @Override
    public void update(Step step, long start, int count) {
        int from = (int) start;
        parameters.get(from, w, 0, count);
        gradients.get(from, g, 0, count);
        for (int slot = 0; slot < s.length; slot++) {
            state.get(slot * length + from, s[slot], 0, count);
        }
        formula.apply(step, w, g, s, count);
        parameters.put(from, w, 0, count);
        for (int slot = 0; slot < s.length; slot++) {
            state.put(slot * length + from, s[slot], 0, count);
        }
    }

    @Override
    public void update(Step step, RowGradient table, int slot, int count) {
        throw new IllegalStateException("Gradients of tables by rows are kept in single precision only");
    }
}
