package org.espalier.compute.internal.kernel.convolution;

import java.nio.FloatBuffer;

/**
 * Moves between images [channels, height, width] and what a window sees of them: [positions, channels, {@link Window#span}], where the places of a row may be followed
 * by gaps. Belongs to one thread.
 */
interface Columns {

    static Columns of(Window window) {
        return window.slides() ? new SlidingColumns(window) : new StridedColumns(window);
    }

    /** Writes what some positions of the window see. */
    void unfold(FloatBuffer images, int image, FloatBuffer columns, int first, int end);

    /** Adds what all positions of the window see to where they see it; gaps hold zeros. */
    void fold(FloatBuffer columns, FloatBuffer images, int image);
}
