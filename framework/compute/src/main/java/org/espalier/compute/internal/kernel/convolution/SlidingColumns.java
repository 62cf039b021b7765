package org.espalier.compute.internal.kernel.convolution;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** For windows that move by one: what a position sees lies in one piece in an image that has its padding around it. */
final class SlidingColumns implements Columns {
    private final Window window;
    private final int padded;
    private final float[] plane;
    private final float[] column;

    SlidingColumns(Window window) {
        this.window = window;
        this.padded = window.pitch();
        this.plane = new float[padded * (window.places().height() + (window.kernel().height() - 1) * window.dilation().height())];
        this.column = new float[window.span()];
    }

    /** Where a position begins. */
    private int start(int position) {
        return position / window.kernel().width() * window.dilation().height() * padded + position % window.kernel().width() * window.dilation().width();
    }

    @Override
    public void unfold(FloatBuffer images, int image, FloatBuffer columns, int first, int end) {
        Arrays.fill(plane, 0);
        for (int channel = 0; channel < window.channels(); channel++) {
            for (int row = 0; row < rows(); row++) {
                images.get(image + place(channel, row), plane, inside(row), columns());
            }
            for (int position = first; position < end; position++) {
                columns.put(((position - first) * window.channels() + channel) * column.length, plane, start(position), column.length);
            }
        }
    }

    @Override
    public void fold(FloatBuffer columns, FloatBuffer images, int image) {
        for (int channel = 0; channel < window.channels(); channel++) {
            Arrays.fill(plane, 0);
            for (int position = 0; position < window.kernel().area(); position++) {
                columns.get((position * window.channels() + channel) * column.length, column);
                add(start(position));
            }
            for (int row = 0; row < rows(); row++) {
                images.put(image + place(channel, row), plane, inside(row), columns());
            }
        }
    }

    private void add(int start) {
        for (int i = 0; i < column.length; i++) {
            plane[start + i] += column[i];
        }
    }

    private int place(int channel, int row) {
        return channel * window.image().area() + row * window.image().width();
    }

    private int inside(int row) {
        return (window.before().height() + row) * padded + window.before().width();
    }

    /** Rows of the image that are seen at all. */
    private int rows() {
        return Math.min(window.image().height(), plane.length / padded - window.before().height());
    }

    /** Columns of the image that are seen at all. */
    private int columns() {
        return Math.min(window.image().width(), padded - window.before().width());
    }
}
