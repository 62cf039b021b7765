package org.espalier.data.internal.judgment;

import java.util.Arrays;

import org.espalier.data.judgment.Judgments;

/** Single judgments as they come, in columns that grow. */
final class Column {
    private static final int SMALLEST = 1024;

    private long[] questions = new long[SMALLEST];
    private char[] first = new char[SMALLEST];
    private char[] second = new char[SMALLEST];
    private char[] reviewers = new char[SMALLEST];
    private byte[] verdicts = new byte[SMALLEST];
    private int size;

    void add(long question, int model1, int model2, int reviewer, int code) {
        if (size == questions.length) {
            grow();
        }
        questions[size] = question;
        first[size] = (char) model1;
        second[size] = (char) model2;
        reviewers[size] = (char) reviewer;
        verdicts[size++] = (byte) code;
    }

    private void grow() {
        int larger = Math.multiplyExact(size, 2);
        questions = Arrays.copyOf(questions, larger);
        first = Arrays.copyOf(first, larger);
        second = Arrays.copyOf(second, larger);
        reviewers = Arrays.copyOf(reviewers, larger);
        verdicts = Arrays.copyOf(verdicts, larger);
    }

    /** What was added. */
    Judgments judgments() {
        return new Judgments(questions, first, second, reviewers, verdicts).head(size);
    }
}
