package org.espalier.compute.internal.kernel;

import java.util.Map;

/** Sums, differences, products and quotients of two arrays or of an array and a scalar, and their gradients. */
final class Arithmetic {
    private static final Map<String, Loop> LOOPS = Map.ofEntries(
            Map.entry("add", Arithmetic::add), Map.entry("add_scalar", Arithmetic::add), Map.entry("biasadd", Arithmetic::add),
            Map.entry("subtract", Arithmetic::subtract), Map.entry("sub_scalar", Arithmetic::subtract), Map.entry("rsub_scalar", Arithmetic::reverseSubtract),
            Map.entry("multiply", Arithmetic::multiply), Map.entry("mul_scalar", Arithmetic::multiply),
            Map.entry("divide", Arithmetic::divide), Map.entry("div_scalar", Arithmetic::divide), Map.entry("rdiv_scalar", Arithmetic::reverseDivide),
            Map.entry("squaredsubtract", Arithmetic::squaredDifference),
            Map.entry("add_bp", Arithmetic::addGradient), Map.entry("biasadd_bp", Arithmetic::addGradient), Map.entry("subtract_bp", Arithmetic::subtractGradient),
            Map.entry("multiply_bp", Arithmetic::multiplyGradient), Map.entry("divide_bp", Arithmetic::divideGradient));

    private Arithmetic() {
    }

    /** By ND4J's names of the ops. */
    static Map<String, Loop> loops() {
        return LOOPS;
    }

    private static void add(float[][] in, float[][] out, int count) {
        float[] x = in[0];
        float[] y = in[1];
        float[] z = out[0];
        for (int i = 0; i < count; i++) {
            z[i] = x[i] + y[i];
        }
    }

    private static void subtract(float[][] in, float[][] out, int count) {
        float[] x = in[0];
        float[] y = in[1];
        float[] z = out[0];
        for (int i = 0; i < count; i++) {
            z[i] = x[i] - y[i];
        }
    }

    private static void reverseSubtract(float[][] in, float[][] out, int count) {
        float[] x = in[0];
        float[] y = in[1];
        float[] z = out[0];
        for (int i = 0; i < count; i++) {
            z[i] = y[i] - x[i];
        }
    }

    private static void multiply(float[][] in, float[][] out, int count) {
        float[] x = in[0];
        float[] y = in[1];
        float[] z = out[0];
        for (int i = 0; i < count; i++) {
            z[i] = x[i] * y[i];
        }
    }

    private static void divide(float[][] in, float[][] out, int count) {
        float[] x = in[0];
        float[] y = in[1];
        float[] z = out[0];
        for (int i = 0; i < count; i++) {
            z[i] = x[i] / y[i];
        }
    }

    private static void reverseDivide(float[][] in, float[][] out, int count) {
        float[] x = in[0];
        float[] y = in[1];
        float[] z = out[0];
        for (int i = 0; i < count; i++) {
            z[i] = y[i] / x[i];
        }
    }

    private static void squaredDifference(float[][] in, float[][] out, int count) {
        float[] x = in[0];
        float[] y = in[1];
        float[] z = out[0];
        for (int i = 0; i < count; i++) {
            z[i] = (x[i] - y[i]) * (x[i] - y[i]);
        }
    }

    private static void addGradient(float[][] in, float[][] out, int count) {
        System.arraycopy(in[2], 0, out[0], 0, count);
        System.arraycopy(in[2], 0, out[1], 0, count);
    }

    private static void subtractGradient(float[][] in, float[][] out, int count) {
        System.arraycopy(in[2], 0, out[0], 0, count);
        float[] g = in[2];
        float[] byY = out[1];
        for (int i = 0; i < count; i++) {
            byY[i] = -g[i];
        }
    }

    private static void multiplyGradient(float[][] in, float[][] out, int count) {
        float[] x = in[0];
        float[] y = in[1];
        float[] g = in[2];
        float[] byX = out[0];
        float[] byY = out[1];
        for (int i = 0; i < count; i++) {
            byX[i] = g[i] * y[i];
            byY[i] = g[i] * x[i];
        }
    }

    private static void divideGradient(float[][] in, float[][] out, int count) {
        float[] x = in[0];
        float[] y = in[1];
        float[] g = in[2];
        float[] byX = out[0];
        float[] byY = out[1];
        for (int i = 0; i < count; i++) {
            byX[i] = g[i] / y[i];
            byY[i] = -g[i] * x[i] / (y[i] * y[i]);
        }
    }
}
