package org.espalier.compute.internal.kernel;

import java.util.Arrays;

import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Arithmetic of type float. */
public final class FloatVectors implements Vectors<float[]> {
    /** Carries what is above 0 past 1, in two steps. */
    static final float UP = 0x1p100f;

    private final FloatFunctions functions = new FloatFunctions();
    private final FloatFolds folds = new FloatFolds();

    @Override
    public float[] array(int length) {
        return new float[length];
    }

    @Override
    public int padding() {
        return 12;
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
            z[i] = Math.fma(x[i], a, b);
        }
    }

    @Override
    public void horner(float[] x, float[] y, double summand, float[] z, int count) {
        float b = (float) summand;
        for (int i = 0; i < count; i++) {
            z[i] = Math.fma(x[i], y[i], b);
        }
    }

    @Override
    public void addScaled(float[] x, double factor, float[] y, float[] z, int count) {
        float a = (float) factor;
        for (int i = 0; i < count; i++) {
            z[i] = Math.fma(y[i], a, x[i]);
        }
    }

    @Override
    public void halfPower(float[] x, float[] z, int count) {
        if (x != z) {
            System.arraycopy(x, 0, z, 0, count);
        }
        FloatBits.halfPowers(z, count);
    }

    @Override
    public Exponential exponential() {
        return Exponential.FLOAT;
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

    @Override
    public double sum(float[] x, int from, int to) {
        return folds.sum(x, from, to);
    }

    @Override
    public double largest(float[] x, int from, int to) {
        return folds.largest(x, from, to);
    }

    @Override
    public void accumulate(float[] x, int from, int count, double[] sums, int at) {
        for (int i = 0; i < count; i++) {
            sums[at + i] += x[from + i];
        }
    }
}
