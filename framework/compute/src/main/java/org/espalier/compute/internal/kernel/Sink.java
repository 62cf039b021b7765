package org.espalier.compute.internal.kernel;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** An array that is written piece by piece; if it is smaller than what is written, what belongs to the same element is added up. */
interface Sink {
    /** Called before the first piece of a run. */
    default void begin() {
    }

    /** Takes elements {@code from} to {@code from + count - 1} of the larger array. */
    void write(int from, int count, float[] values);

    /** Called after the last piece of a run. */
    default void end() {
    }

    /**
     * Sums are made in double precision, in the order of the elements.
     *
     * @param length number of elements that are written
     * @param factor of the sums; an array that is not smaller is written as it is
     */
    static Sink of(FloatBuffer buffer, Alignment alignment, int length, double factor) {
        if (alignment.size() == length) {
            return (from, count, values) -> buffer.put(from, values, 0, count);
        }
        return new Sums(buffer, alignment.inner(), factor);
    }

    /** The sums of what is written. Those of short rows are kept in several lanes, folded at the end, so that the loop is long enough for the JVM to make vector instructions. */
    final class Sums implements Sink {
        private final FloatBuffer buffer;
        private final int inner;
        private final double factor;
        private final double[] lanes;

        private Sums(FloatBuffer buffer, int inner, double factor) {
            this.buffer = buffer;
            this.inner = inner;
            this.factor = factor;
            int rows = inner == 1 ? Math.max(1, PiecewiseKernel.PIECE / buffer.capacity()) : 1;
            this.lanes = new double[rows * buffer.capacity()];
        }

        @Override
        public void begin() {
            Arrays.fill(lanes, 0);
        }

        @Override
        public void write(int from, int count, float[] values) {
            for (int done = 0; done < count;) {
                int place = from + done;
                if (inner == 1) {
                    int length = Math.min(lanes.length - place % lanes.length, count - done);
                    add(values, done, length, place % lanes.length);
                    done += length;
                } else {
                    int length = Math.min(inner - place % inner, count - done);
                    lanes[place / inner % lanes.length] += sum(values, done, done + length);
                    done += length;
                }
            }
        }

        private void add(float[] values, int from, int length, int lane) {
            for (int i = 0; i < length; i++) {
                lanes[lane + i] += values[from + i];
            }
        }

        /** Four sums side by side, since one would wait for itself. */
        private static double sum(float[] values, int from, int to) {
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            int i = from;
            for (; i + 4 <= to; i += 4) {
                a += values[i];
                b += values[i + 1];
                c += values[i + 2];
                d += values[i + 3];
            }
            for (; i < to; i++) {
                a += values[i];
            }
            return a + b + (c + d);
        }

        @Override
        public void end() {
            int size = buffer.capacity();
            for (int i = 0; i < size; i++) {
                double sum = 0;
                for (int lane = i; lane < lanes.length; lane += size) {
                    sum += lanes[lane];
                }
                buffer.put(i, (float) (factor * sum));
            }
        }
    }
}
