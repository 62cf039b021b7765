package org.espalier.compute.internal.kernel;

import java.util.Map;

/** Functions of one array, and the gradients of activations. */
final class Functions {
    private static final Map<String, Loop> LOOPS = Map.ofEntries(
            Map.entry("exp", Functions::exp), Map.entry("log", Functions::log), Map.entry("sqrt", Functions::sqrt), Map.entry("square", Functions::square),
            Map.entry("neg", Functions::neg), Map.entry("abs", Functions::abs), Map.entry("relu", Functions::relu), Map.entry("leakyrelu", Functions::leakyRelu),
            Map.entry("sigmoid", Functions::sigmoid), Map.entry("sigmoid_bp", Functions::sigmoidGradient),
            Map.entry("tanh", Functions::tanh), Map.entry("tanh_bp", Functions::tanhGradient));

    private Functions() {
    }

    /** By ND4J's names of the ops; the second input of {@code relu} is what it cuts off at, that of {@code leakyrelu} the slope below 0. */
    static Map<String, Loop> loops() {
        return LOOPS;
    }

    /** x above {@code 0}, alpha (e^x - 1) below. */
    static Loop elu(float alpha) {
        return (in, out, count) -> {
            float[] x = in[0];
            float[] y = out[0];
            for (int i = 0; i < count; i++) {
                y[i] = x[i] > 0 ? x[i] : alpha * Fast.expm1(x[i]);
            }
        };
    }

    /** The gradient of {@link #elu}. */
    static Loop eluGradient(float alpha) {
        return (in, out, count) -> {
            float[] x = in[0];
            float[] g = in[1];
            float[] y = out[0];
            for (int i = 0; i < count; i++) {
                y[i] = x[i] > 0 ? g[i] : alpha * Fast.exp(x[i]) * g[i];
            }
        };
    }

    /** The gradient of what is cut off at {@code cutoff}: no branch, since nobody could predict it; the sign bit of the difference masks the gradient. */
    static Loop reluGradient(float cutoff) {
        return (in, out, count) -> {
            float[] x = in[0];
            float[] g = in[1];
            float[] y = out[0];
            for (int i = 0; i < count; i++) {
                y[i] = Float.intBitsToFloat(Float.floatToRawIntBits(g[i]) & Float.floatToRawIntBits(cutoff - x[i]) >> 31);
            }
        };
    }

    private static void relu(float[][] in, float[][] out, int count) {
        float[] x = in[0];
        float[] cutoff = in[1];
        float[] y = out[0];
        for (int i = 0; i < count; i++) {
            y[i] = Math.max(x[i], cutoff[i]);
        }
    }

    private static void leakyRelu(float[][] in, float[][] out, int count) {
        float[] x = in[0];
        float[] slope = in[1];
        float[] y = out[0];
        for (int i = 0; i < count; i++) {
            y[i] = Math.max(x[i], 0) + slope[i] * Math.min(x[i], 0);
        }
    }

    private static void sigmoidGradient(float[][] in, float[][] out, int count) {
        float[] x = in[0];
        float[] g = in[1];
        float[] y = out[0];
        for (int i = 0; i < count; i++) {
            float s = Fast.sigmoid(x[i]);
            y[i] = g[i] * s * (1 - s);
        }
    }

    private static void tanhGradient(float[][] in, float[][] out, int count) {
        float[] x = in[0];
        float[] g = in[1];
        float[] y = out[0];
        for (int i = 0; i < count; i++) {
            float t = Fast.tanh(x[i]);
            y[i] = g[i] * (1 - t) * (1 + t);
        }
    }

    private static void exp(float[][] in, float[][] out, int count) {
        float[] x = in[0];
        float[] y = out[0];
        for (int i = 0; i < count; i++) {
            y[i] = Fast.exp(x[i]);
        }
    }

    private static void log(float[][] in, float[][] out, int count) {
        float[] x = in[0];
        float[] y = out[0];
        for (int i = 0; i < count; i++) {
            y[i] = (float) Math.log(x[i]);
        }
    }

    private static void sqrt(float[][] in, float[][] out, int count) {
        float[] x = in[0];
        float[] y = out[0];
        for (int i = 0; i < count; i++) {
            y[i] = (float) Math.sqrt(x[i]);
        }
    }

    private static void square(float[][] in, float[][] out, int count) {
        float[] x = in[0];
        float[] y = out[0];
        for (int i = 0; i < count; i++) {
            y[i] = x[i] * x[i];
        }
    }

    private static void neg(float[][] in, float[][] out, int count) {
        float[] x = in[0];
        float[] y = out[0];
        for (int i = 0; i < count; i++) {
            y[i] = -x[i];
        }
    }

    private static void abs(float[][] in, float[][] out, int count) {
        float[] x = in[0];
        float[] y = out[0];
        for (int i = 0; i < count; i++) {
            y[i] = Math.abs(x[i]);
        }
    }

    private static void sigmoid(float[][] in, float[][] out, int count) {
        float[] x = in[0];
        float[] y = out[0];
        for (int i = 0; i < count; i++) {
            y[i] = Fast.sigmoid(x[i]);
        }
    }

    private static void tanh(float[][] in, float[][] out, int count) {
        float[] x = in[0];
        float[] y = out[0];
        for (int i = 0; i < count; i++) {
            y[i] = Fast.tanh(x[i]);
        }
    }
}
