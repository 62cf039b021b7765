package org.espalier.peerreview.internal.scoring;

/**
 * How long and how fast to descend.
 *
 * @param epochs       number of epochs, at least 1
 * @param learningRate rate of the first epochs, above 0
 * @param step         epochs after which the rate is lowered, again and again
 * @param decay        factor by which it is
 */
public record Schedule(int epochs, double learningRate, int step, double decay) {
    /** The paper's: 30 epochs from 0.1, a tenth of it every 10. */
    public static final Schedule PUBLISHED = new Schedule(30, 0.1, 10, 0.1);

    double rate(int epoch) {
        return learningRate * Math.pow(decay, epoch / step);
    }
}
