package org.espalier.data.judgment;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Single judgments, in columns. Arrays are not copied and must not be changed.
 *
 * @param questions number of the question
 * @param first     index of model 1
 * @param second    index of model 2, another
 * @param reviewers index of the reviewer
 * @param verdicts  what the reviewer said, as a {@link VerdictPair}
 */
public record Judgments(long[] questions, char[] first, char[] second, char[] reviewers, byte[] verdicts) {
    /** @throws IllegalArgumentException if the columns are not of one length */
    public Judgments {
        int size = questions.length;
        if (first.length != size || second.length != size || reviewers.length != size || verdicts.length != size) {
            throw new IllegalArgumentException("Columns of " + size + ", " + first.length + ", " + second.length + ", " + reviewers.length + " and " + verdicts.length + " judgments");
        }
    }

    /** Number of judgments. */
    public int size() {
        return questions.length;
    }

    /** Points of model 1 in a judgment: 1, 0.5 or 0. */
    public double points(int judgment) {
        return VerdictPair.points(verdicts[judgment]);
    }

    /**
     * A number for each judgment that two have in common if they are of one question and one pair of models, in either order: the place of the question among all, times m (m - 1) / 2, plus the place of
     * the pair.
     *
     * @param models m
     */
    public long[] contests(int models) {
        long[] distinct = Arrays.stream(questions).sorted().distinct().toArray();
        long[] contests = new long[size()];
        for (int i = 0; i < contests.length; i++) {
            long pair = PairCounts.pair(models, Math.min(first[i], second[i]), Math.max(first[i], second[i]));
            contests[i] = (long) Arrays.binarySearch(distinct, questions[i]) * PairCounts.pairs(models) + pair;
        }
        return contests;
    }

    /** The judgments at these places, in this order. */
    public Judgments at(int[] places) {
        int n = places.length;
        Judgments taken = new Judgments(new long[n], new char[n], new char[n], new char[n], new byte[n]);
        for (int i = 0; i < n; i++) {
            taken.questions[i] = questions[places[i]];
            taken.first[i] = first[places[i]];
            taken.second[i] = second[places[i]];
            taken.reviewers[i] = reviewers[places[i]];
            taken.verdicts[i] = verdicts[places[i]];
        }
        return taken;
    }

    /** The judgments whose place passes. */
    public Judgments where(IntPredicate place) {
        return at(IntStream.range(0, size()).filter(place).toArray());
    }

    /** Their counts. */
    public PairCounts counts(int models, int reviewerCount) {
        PairCountsBuilder builder = new PairCountsBuilder(models, reviewerCount);
        for (int i = 0; i < size(); i++) {
            builder.add(first[i], second[i], reviewers[i], VerdictPair.outcome(verdicts[i]));
        }
        return builder.build();
    }

    /** The judgments of several, one after another. */
    public static Judgments join(Iterable<Judgments> parts) {
        int size = 0;
        for (Judgments part : parts) {
            size = Math.addExact(size, part.size());
        }
        Judgments whole = new Judgments(new long[size], new char[size], new char[size], new char[size], new byte[size]);
        int at = 0;
        for (Judgments part : parts) {
            part.copyTo(whole, at);
            at += part.size();
        }
        return whole;
    }

    private void copyTo(Judgments target, int at) {
        System.arraycopy(questions, 0, target.questions, at, size());
        System.arraycopy(first, 0, target.first, at, size());
        System.arraycopy(second, 0, target.second, at, size());
        System.arraycopy(reviewers, 0, target.reviewers, at, size());
        System.arraycopy(verdicts, 0, target.verdicts, at, size());
    }

    /** The first judgments. */
    public Judgments head(int size) {
        return new Judgments(Arrays.copyOf(questions, size), Arrays.copyOf(first, size), Arrays.copyOf(second, size), Arrays.copyOf(reviewers, size), Arrays.copyOf(verdicts, size));
    }
}
