package org.espalier.standard.internal.metric;

/** log of a sum of exponentials, without overflow. */
final class LogSum {
    private LogSum() {
    }

    /** log of the sum of exp(values[i]) for i in [from, to) except {@code without}. */
    static double exp(double[] values, int from, int to, int without) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            if (i != without) {
                greatest = Math.max(greatest, values[i]);
            }
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            if (i != without) {
                sum += Math.exp(values[i] - greatest);
            }
        }
        return greatest + Math.log(sum);
    }
}
