package org.espalier.compute.internal.kernel;

import java.util.Arrays;

import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Arithmetic of type double. */
public final class DoubleVectors implements Vectors<double[]> {
    /** Carries what is above 0 past 1, in two steps. */
    static final double UP = 0x1p600;

    @Override
    public double[] array(int length) {
        return new double[length];
    }

    @Override
    public int padding() {
        return 6;
    }

    @Override
    public Memory<double[]> memory(INDArray array) {
        return new DoubleMemory(Raw.doubles(array));
    }

    @Override
    public void fill(double[] z, int from, int to, double value) {
        Arrays.fill(z, from, to, value);
    }

    @Override
    public double get(double[] x, int index) {
        return x[index];
    }

    @Override
    public void set(double[] x, int index, double value) {
        x[index] = value;
    }

    @Override
    public void scale(double[] x, double factor, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = x[i] * factor;
        }
    }

    @Override
    public void shift(double[] x, double summand, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = x[i] + summand;
        }
    }

    @Override
    public void affine(double[] x, double factor, double summand, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = Math.fma(x[i], factor, summand);
        }
    }

    @Override
    public void horner(double[] x, double[] y, double summand, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = Math.fma(x[i], y[i], summand);
        }
    }

    @Override
    public void addScaled(double[] x, double factor, double[] y, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = Math.fma(y[i], factor, x[i]);
        }
    }

    @Override
    public void halfPower(double[] x, double[] z, int count) {
        if (x != z) {
            System.arraycopy(x, 0, z, 0, count);
        }
        DoubleBits.halfPowers(z, count);
    }

    @Override
    public Exponential exponential() {
        return Exponential.DOUBLE;
    }

    @Override
    public void add(double[] x, double[] y, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = x[i] + y[i];
        }
    }

    @Override
    public void subtract(double[] x, double[] y, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = x[i] - y[i];
        }
    }

    @Override
    public void multiply(double[] x, double[] y, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = x[i] * y[i];
        }
    }

    @Override
    public void divide(double[] x, double[] y, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = x[i] / y[i];
        }
    }

    @Override
    public void max(double[] x, double[] y, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = Math.max(x[i], y[i]);
        }
    }

    @Override
    public void min(double[] x, double[] y, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = Math.min(x[i], y[i]);
        }
    }

    @Override
    public void power(double[] x, double[] y, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = Math.pow(x[i], y[i]);
        }
    }

    @Override
    public void abs(double[] x, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = Math.abs(x[i]);
        }
    }

    @Override
    public void sqrt(double[] x, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = Math.sqrt(x[i]);
        }
    }

    @Override
    public void positive(double[] x, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = Math.min(Math.max(x[i], 0) * UP * UP, 1);
        }
    }

    @Override
    public void floor(double[] x, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = Math.floor(x[i]);
        }
    }

    @Override
    public void exp(double[] x, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = Math.exp(x[i]);
        }
    }

    @Override
    public void log(double[] x, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = Math.log(x[i]);
        }
    }

    @Override
    public void erf(double[] x, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = DoubleErf.erf(x[i]);
        }
    }

    @Override
    public void sin(double[] x, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = Math.sin(x[i]);
        }
    }

    @Override
    public void cos(double[] x, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = Math.cos(x[i]);
        }
    }

    @Override
    public void draw(Draws draws, long start, int from, double[] x, double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = draws.apply(start, from + i, x[i]);
        }
    }

    /** Eight sums side by side, since one would wait for itself. */
    @Override
    public double sum(double[] x, int from, int to) {
        double a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
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
        return a + b + (c + d) + (e + f + (g + h)) + rest;
    }

    @Override
    public double largest(double[] x, int from, int to) {
        double largest = x[from];
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
    public void accumulate(double[] x, int from, int count, double[] sums, int at) {
        for (int i = 0; i < count; i++) {
            sums[at + i] += x[from + i];
        }
    }
}
