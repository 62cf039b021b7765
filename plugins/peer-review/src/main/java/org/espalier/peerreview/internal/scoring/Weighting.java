package org.espalier.peerreview.internal.scoring;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Reviewers' weights w = sigmoid(V z + c), the only parameters that are learned. Only V z + c enters, but learning V and c makes its effective rate 1 + |z|^2 times that of c alone, so both
 * are kept. Changes in place.
 */
public final class Weighting {
    private final double[] z;
    private final double[] v;
    private final double[] c;

    /**
     * Starts here. Arrays are copied.
     *
     * @param z fixed, one per reviewer
     * @param v [reviewers, reviewers] row by row
     * @param c one per reviewer
     */
    public Weighting(double[] z, double[] v, double[] c) {
        this.z = z.clone();
        this.v = v.clone();
        this.c = c.clone();
    }

    /** The paper's start: z normal, V and c uniform within 1 / sqrt(reviewers). */
    public static Weighting drawn(int reviewers, RandomGenerator random) {
        double bound = 1 / Math.sqrt(reviewers);
        double[] normal = new double[reviewers];
        Arrays.setAll(normal, i -> random.nextGaussian());
        return new Weighting(normal, random.doubles((long) reviewers * reviewers, -bound, bound).toArray(), random.doubles(reviewers, -bound, bound).toArray());
    }

    /** Another one that starts where this is. */
    public Weighting copy() {
        return new Weighting(z, v, c);
    }

    /** w. */
    public double[] weights() {
        double[] weights = new double[c.length];
        for (int s = 0; s < weights.length; s++) {
            double sum = c[s];
            for (int i = 0, at = s * z.length; i < z.length; i++, at++) {
                sum += v[at] * z[i];
            }
            weights[s] = 1 / (1 + Math.exp(-sum));
        }
        return weights;
    }

    /** Goes down a gradient by V z + c: that by V is its outer product with z, that by c itself. */
    public void descend(double[] gradient, double rate) {
        for (int s = 0; s < c.length; s++) {
            double step = rate * gradient[s];
            c[s] -= step;
            for (int i = 0, at = s * z.length; i < z.length; i++, at++) {
                v[at] -= step * z[i];
            }
        }
    }
}
