package org.espalier.compute.internal.kernel;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** An array read piece by piece as if it had been broadcast to a larger one. */
interface Source {
    /** Called before the first piece of a run. */
    default void begin() {
    }

    /** Writes elements {@code from} to {@code from + count - 1} of the larger array to the start of {@code to}. */
    void read(int from, int count, float[] to);

    /** An array of {@code length} elements as it is, a smaller one broadcast. */
    static Source of(FloatBuffer buffer, Alignment alignment, int length) {
        if (alignment.size() == length) {
            return (from, count, to) -> buffer.get(from, to, 0, count);
        }
        return alignment.inner() == 1 ? new Rows(buffer) : new Repeats(buffer, alignment.inner());
    }

    /** The whole array again and again. */
    final class Rows implements Source {
        private final FloatBuffer buffer;
        private final float[] row;

        private Rows(FloatBuffer buffer) {
            this.buffer = buffer;
            this.row = new float[buffer.capacity()];
        }

        @Override
        public void begin() {
            buffer.get(0, row);
        }

        @Override
        public void read(int from, int count, float[] to) {
            int column = from % row.length;
            for (int done = 0; done < count; column = 0) {
                int length = Math.min(row.length - column, count - done);
                System.arraycopy(row, column, to, done, length);
                done += length;
            }
        }
    }

    /** Each element several times. */
    final class Repeats implements Source {
        private final FloatBuffer buffer;
        private final int inner;

        private Repeats(FloatBuffer buffer, int inner) {
            this.buffer = buffer;
            this.inner = inner;
        }

        @Override
        public void read(int from, int count, float[] to) {
            for (int done = 0; done < count;) {
                int place = from + done;
                int length = Math.min(inner - place % inner, count - done);
                Arrays.fill(to, done, done + length, buffer.get(place / inner % buffer.capacity()));
                done += length;
            }
        }
    }
}
