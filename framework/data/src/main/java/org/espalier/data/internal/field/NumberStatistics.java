package org.espalier.data.internal.field;

/** What is known of a column's numbers, or of its features' numbers. Workers merge what they saw of a block. */
final class NumberStatistics {
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private long present;
    private long missing;

    void add(double number) {
        if (Double.isNaN(number)) {
            missing++;
        } else {
            present++;
            least = Math.min(least, number);
            greatest = Math.max(greatest, number);
        }
    }

    synchronized void merge(NumberStatistics other) {
        least = Math.min(least, other.least);
        greatest = Math.max(greatest, other.greatest);
        present += other.present;
        missing += other.missing;
    }

    double least() {
        return least;
    }

    double greatest() {
        return greatest;
    }

    long present() {
        return present;
    }

    long missing() {
        return missing;
    }
}
