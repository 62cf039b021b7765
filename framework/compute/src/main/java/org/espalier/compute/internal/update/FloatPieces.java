package org.espalier.compute.internal.update;

import java.nio.FloatBuffer;

import org.espalier.compute.internal.memory.Raw;
import org.espalier.compute.internal.memory.RowGradient;

/** Pieces of vectors of floats. */
final class FloatPieces implements ElementwiseUpdate.Pieces {
    private final Formula formula;
    private final FloatBuffer parameters;
    private final FloatGradients gradients;
    private final FloatBuffer state;
    private final int length;
    private final float[] w;
    private final float[] g;
    private final float[][] s;

    FloatPieces(Formula formula, Vectors vectors, int piece) {
        this.formula = formula;
        this.parameters = Raw.floats(vectors.parameters());
        this.gradients = new FloatGradients(vectors.gradients(), vectors.tables());
        this.state = formula.slots() == 0 ? FloatBuffer.allocate(0) : Raw.floats(vectors.state());
        this.length = parameters.capacity();
        this.w = new float[piece];
        this.g = new float[piece];
        this.s = new float[formula.slots()][piece];
    }

    @Override
    public void update(Step step, long start, int count) {
        int from = (int) start;
        parameters.get(from, w, 0, count);
        gradients.read(from, count, g);
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
        int width = table.width();
        System.arraycopy(table.values(), slot * width, g, 0, count * width);
        for (int i = 0; i < count; i++) {
            int from = Math.toIntExact(table.offset()) + table.row(slot + i) * width;
            parameters.get(from, w, i * width, width);
            for (int k = 0; k < s.length; k++) {
                state.get(k * length + from, s[k], i * width, width);
            }
        }
        formula.apply(step, w, g, s, count * width);
        for (int i = 0; i < count; i++) {
            int to = Math.toIntExact(table.offset()) + table.row(slot + i) * width;
            parameters.put(to, w, i * width, width);
            for (int k = 0; k < s.length; k++) {
                state.put(k * length + to, s[k], i * width, width);
            }
        }
    }
}
