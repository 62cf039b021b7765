package org.espalier.compute.internal.kernel.convolution;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** Moves between images [channels, height, width] and what a window sees of them: [positions, channels, places]. Belongs to one thread. */
final class Columns {
    private final Window window;
    private final float[] plane;
    private final float[] column;

    Columns(Window window) {
        this.window = window;
        this.plane = new float[window.image().area()];
        this.column = new float[window.places().area()];
    }

    /** Writes what some positions of the window see. */
    void unfold(FloatBuffer images, int image, FloatBuffer columns, int first, int end) {
        for (int channel = 0; channel < window.channels(); channel++) {
            images.get(image + channel * plane.length, plane);
            for (int position = first; position < end; position++) {
                see(position);
                columns.put(((position - first) * window.channels() + channel) * column.length, column);
            }
        }
    }

    private void see(int position) {
        int width = window.places().width();
        int step = window.stride().width();
        int from = window.from(position);
        int to = window.to(position);
        int first = window.firstColumn(position);
        for (int y = 0; y < window.places().height(); y++) {
            int row = window.row(position, y);
            int at = y * width;
            if (row < 0 || row >= window.image().height()) {
                Arrays.fill(column, at, at + width, 0);
                continue;
            }
            int start = row * window.image().width() + first;
            Arrays.fill(column, at, at + from, 0);
            if (step == 1) {
                System.arraycopy(plane, start + from, column, at + from, to - from);
            } else {
                for (int x = from; x < to; x++) {
                    column[at + x] = plane[start + x * step];
                }
            }
            Arrays.fill(column, at + to, at + width, 0);
        }
    }

    /** Adds what all positions of the window see to where they see it. */
    void fold(FloatBuffer columns, FloatBuffer images, int image) {
        for (int channel = 0; channel < window.channels(); channel++) {
            Arrays.fill(plane, 0);
            for (int position = 0; position < window.kernel().area(); position++) {
                columns.get((position * window.channels() + channel) * column.length, column);
                add(position);
            }
            images.put(image + channel * plane.length, plane);
        }
    }

    private void add(int position) {
        int step = window.stride().width();
        int from = window.from(position);
        int to = window.to(position);
        for (int y = 0; y < window.places().height(); y++) {
            int row = window.row(position, y);
            if (row >= 0 && row < window.image().height()) {
                int start = row * window.image().width() + window.firstColumn(position);
                int at = y * window.places().width();
                for (int x = from; x < to; x++) {
                    plane[start + x * step] += column[at + x];
                }
            }
        }
    }
}
