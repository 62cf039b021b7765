package org.espalier.compute.internal.kernel;

import java.util.Arrays;

import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Arithmetic of type float. */
public final class FloatVectors implements Vectors<float[]> {
    private static final float UP = 0x1p100f;

    private final FloatFunctions functions = new FloatFunctions();

    @Override
    public float[] array(int length) {
        return new float[length];
    }

    @Override
    public Memory<float[]> memory(INDArray array) {
        return new FloatMemory(Raw.floats(array));
    }

    @Override
    public void fill(float[] z, int from, int to, double value) {
        Arrays.fill(z, from, to, (float) value);
    }

    @Override
    public double get(float[] x, int index) {
        return x[index];
    }

    @Override
    public void set(float[] x, int index, double value) {
        x[index] = (float) value;
    }

    @Override
    public void scale(float[] x, double factor, float[] z, int count) {
        float a = (float) factor;
        for (int i = 0; i < count; i++) {
            z[i] = x[i] * a;
        }
    }

    @Override
    public void shift(float[] x, double summand, float[] z, int count) {
        float b = (float) summand;
        for (int i = 0; i < count; i++) {
            z[i] = x[i] + b;
        }
    }

    @Override
    public void affine(float[] x, double factor, double summand, float[] z, int count) {
        float a = (float) factor;
        float b = (float) summand;
        for (int i = 0; i < count; i++) {
            z[i] = x[i] * a + b;
        }
    }

    @Override
    public void add(float[] x, float[] y, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = x[i] + y[i];
        }
    }

    @Override
    public void subtract(float[] x, float[] y, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = x[i] - y[i];
        }
    }

    @Override
    public void multiply(float[] x, float[] y, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = x[i] * y[i];
        }
    }

    @Override
    public void divide(float[] x, float[] y, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = x[i] / y[i];
        }
    }

    @Override
    public void max(float[] x, float[] y, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = Math.max(x[i], y[i]);
        }
    }

    @Override
    public void min(float[] x, float[] y, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = Math.min(x[i], y[i]);
        }
    }

    @Override
    public void power(float[] x, float[] y, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = (float) Math.pow(x[i], y[i]);
        }
    }

    @Override
    public void abs(float[] x, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = Math.abs(x[i]);
        }
    }

    @Override
    public void sqrt(float[] x, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = (float) Math.sqrt(x[i]);
        }
    }

    @Override
    public void positive(float[] x, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = Math.min(Math.max(x[i], 0) * UP * UP, 1);
        }
    }

    @Override
    public void floor(float[] x, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = (float) Math.floor(x[i]);
        }
    }

    @Override
    public void exp(float[] x, float[] z, int count) {
        functions.exp(x, z, count);
    }

    @Override
    public void expm1(float[] x, float[] z, int count) {
        functions.expm1(x, z, count);
    }

    @Override
    public void log(float[] x, float[] z, int count) {
        functions.log(x, z, count);
    }

    @Override
    public void erf(float[] x, float[] z, int count) {
        functions.erf(x, z, count);
    }

    @Override
    public void sin(float[] x, float[] z, int count) {
        functions.sin(x, z, count);
    }

    @Override
    public void cos(float[] x, float[] z, int count) {
        functions.cos(x, z, count);
    }

    @Override
    public void draw(Draws draws, long start, int from, float[] x, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = draws.apply(start, from + i, x[i]);
        }
    }

    /** Eight sums side by side, since one would wait for itself. */
    @Override
    public double sum(float[] x, int from, int to) {
        float a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
            e += x[i + 4];
            f += x[i + 5];
            g += x[i + 6];
            h += x[i + 7];
        }
        double rest = 0;
        for (; i < to; i++) {
            rest += x[i];
        }
        return (double) a + b + ((double) c + d) + ((double) e + f + ((double) g + h)) + rest;
    }

    @Override
    public double dot(float[] x, float[] y, int from, int to) {
        float a = 0, b = 0, c = 0, d = 0;
        int i = from;
        for (; i + 4 <= to; i += 4) {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
        }
        double rest = 0;
        for (; i < to; i++) {
            rest += x[i] * y[i];
        }
        return (double) a + b + ((double) c + d) + rest;
    }

    /** Comparisons that the processor predicts well, since a new largest is rare; NaN is the only number that is not equal to itself. */
    @Override
    public double largest(float[] x, int from, int to) {
        float largest = x[from];
        for (int i = from; i < to; i++) {
            if (!(x[i] <= largest)) {
                largest = x[i];
                if (largest != largest) {
                    return largest;
                }
            }
        }
        return largest;
    }

    @Override
    public void accumulate(float[] x, int from, int count, double[] sums, int at) {
        for (int i = 0; i < count; i++) {
            sums[at + i] += x[from + i];
        }
    }
}
