package org.espalier.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.espalier.api.dataset.Part;

/**
 * Which examples belong to which part, by index. An example may be in no part. Arrays are not copied and must not be changed.
 *
 * @param train      examples to learn from
 * @param validation examples to choose by, e.g. when to stop
 * @param test       examples to judge by
 */
public record Split(int[] train, int[] validation, int[] test) {

    /** Data that nobody has split yet. */
    public static Split none() {
        return new Split(new int[0], new int[0], new int[0]);
    }

    /**
     * Divides examples at random.
     *
     * @param examples   number of examples
     * @param validation share of the validation part, in [0, 1)
     * @param test       share of the test part, in [0, 1); train gets the rest
     */
    public static Split shuffled(int examples, double validation, double test, RandomGenerator random) {
        int[] order = new int[examples];
        for (int i = 1; i < examples; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        int testEnd = (int) Math.round(test * examples);
        int validationEnd = testEnd + (int) Math.round(validation * examples);
        return new Split(Arrays.copyOfRange(order, validationEnd, examples), Arrays.copyOfRange(order, testEnd, validationEnd), Arrays.copyOf(order, testEnd));
    }

    /** The examples of one part. */
    public int[] of(Part part) {
        return switch (part) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }

    /** One line for people: how many examples each part has. */
    @Override
    public String toString() {
        return train.length + " train, " + validation.length + " validation, " + test.length + " test";
    }
}
