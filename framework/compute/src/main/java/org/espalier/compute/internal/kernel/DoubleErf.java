package org.espalier.compute.internal.kernel;

/**
 * The error function in double precision, with a relative error below 1e-14: the series of Abramowitz and Stegun 7.1.6 near 0, the continued fraction
 * 7.1.14 far from it.
 */
final class DoubleErf {
    private static final double SERIES_UP_TO = 2.5;
    private static final double ONE_FROM = 6;
    private static final int FRACTIONS = 60;
    private static final double TWO_BY_ROOT_PI = 2 / Math.sqrt(Math.PI);

    private DoubleErf() {
    }

    /** NaN for NaN. */
    static double erf(double x) {
        double a = Math.abs(x);
        if (!(a > SERIES_UP_TO)) {
            return series(x);
        }
        return Math.copySign(a > ONE_FROM ? 1 : 1 - complement(a), x);
    }

    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return TWO_BY_ROOT_PI * Math.exp(-x * x) * sum;
    }

    private static double complement(double x) {
        double fraction = x;
        for (int n = FRACTIONS; n > 0; n--) {
            fraction = x + n / 2.0 / fraction;
        }
        return Math.exp(-x * x) / (fraction * Math.sqrt(Math.PI));
    }
}
