package org.espalier.compute.internal.kernel.convolution;

import java.nio.FloatBuffer;

/** Moves between planes whose rows lie side by side and planes with gaps between the rows, as columns have them. Belongs to one thread. */
final class Gaps {
    private final Window window;
    private final int planes;
    private final FloatBuffer wide;
    private final float[] row;

    /** @param wide [planes, {@link Window#span}]; its gaps are written as zeros */
    Gaps(Window window, int planes, FloatBuffer wide) {
        this.window = window;
        this.planes = planes;
        this.wide = wide;
        this.row = new float[window.span()];
    }

    /** From planes at a place of {@code source}. */
    void putIn(FloatBuffer source, int at) {
        int width = window.places().width();
        for (int plane = 0; plane < planes; plane++) {
            for (int y = 0; y < window.places().height(); y++) {
                source.get(at + plane * window.places().area() + y * width, row, y * window.pitch(), width);
            }
            wide.put(plane * row.length, row);
        }
    }

    /** To planes at a place of {@code target}. */
    void leaveOut(FloatBuffer target, int at) {
        int width = window.places().width();
        for (int plane = 0; plane < planes; plane++) {
            wide.get(plane * row.length, row);
            for (int y = 0; y < window.places().height(); y++) {
                target.put(at + plane * window.places().area() + y * width, row, y * window.pitch(), width);
            }
        }
    }
}
