package org.espalier.peerreview.internal.metric;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * PEN: the entropy (natural logarithm) of the order patterns of k places out of a permutation; 0 for the identity, at most ln k!. The paper's formula takes contiguous windows, its published
 * numbers come from random triples; the limit of those, over all triples, is {@link #exact}.
 */
public final class PermutationEntropy {
    /** The paper's k. */
    public static final int TRIPLES = 3;

    private PermutationEntropy() {
    }

    /**
     * Over all triples, in O(m log m): with L and R the numbers of smaller and greater elements left and right of each, pattern counts are c123 = sum L&lt; R&gt;, c321 = sum L&gt; R&lt;,
     * c132 = sum C(R&gt;, 2) - c123, c312 = sum C(R&lt;, 2) - c321, c231 = sum L&lt; R&lt; - c132, c213 = sum L&gt; R&gt; - c312. NaN below three places.
     */
    public static double exact(int[] x) {
        Fenwick seen = new Fenwick(x.length);
        long[] c = new long[6];
        for (int i = 0; i < x.length; i++) {
            long smallerLeft = seen.below(x[i]);
            long greaterLeft = i - smallerLeft;
            long smallerRight = x[i] - smallerLeft;
            long greaterRight = x.length - 1 - i - smallerRight;
            c[0] += smallerLeft * greaterRight;
            c[1] += greaterLeft * smallerRight;
            c[2] += greaterRight * (greaterRight - 1) / 2;
            c[3] += smallerRight * (smallerRight - 1) / 2;
            c[4] += smallerLeft * smallerRight;
            c[5] += greaterLeft * greaterRight;
            seen.add(x[i]);
        }
        c[2] -= c[0];
        c[3] -= c[1];
        c[4] -= c[2];
        c[5] -= c[3];
        return x.length < TRIPLES ? Double.NaN : entropy(c);
    }

    /** Over all choices of {@code order} places; takes time in proportion to their number. */
    public static double exact(int[] x, int order) {
        Map<Integer, Long> patterns = new HashMap<>();
        choose(x, new int[order], 0, 0, patterns);
        return x.length < order ? Double.NaN : entropy(patterns);
    }

    private static void choose(int[] x, int[] chosen, int size, int from, Map<Integer, Long> patterns) {
        if (size == chosen.length) {
            patterns.merge(pattern(chosen), 1L, Long::sum);
            return;
        }
        for (int i = from; i < x.length; i++) {
            chosen[size] = x[i];
            choose(x, chosen, size + 1, i + 1, patterns);
        }
    }

    /** Over contiguous windows of three, as in the paper's formula. */
    public static double window(int[] x) {
        Map<Integer, Long> patterns = new HashMap<>();
        for (int i = 0; i + TRIPLES <= x.length; i++) {
            patterns.merge(pattern(Arrays.copyOfRange(x, i, i + TRIPLES)), 1L, Long::sum);
        }
        return x.length < TRIPLES ? Double.NaN : entropy(patterns);
    }

    /** Over C(m, 3) triples drawn with replacement, as in the paper's code. */
    public static double sampled(int[] x, RandomGenerator random) {
        int m = x.length;
        Map<Integer, Long> patterns = new HashMap<>();
        for (long draw = 0; draw < (long) m * (m - 1) * (m - 2) / 6; draw++) {
            int[] places = random.ints(0, m).distinct().limit(TRIPLES).sorted().toArray();
            patterns.merge(pattern(Arrays.stream(places).map(place -> x[place]).toArray()), 1L, Long::sum);
        }
        return m < TRIPLES ? Double.NaN : entropy(patterns);
    }

    /** A number that tells the order of the values: for each how many before it are greater. */
    private static int pattern(int[] values) {
        int pattern = 0;
        for (int i = 0; i < values.length; i++) {
            int greater = 0;
            for (int j = 0; j < i; j++) {
                greater += values[j] > values[i] ? 1 : 0;
            }
            pattern = pattern * values.length + greater;
        }
        return pattern;
    }

    private static double entropy(Map<Integer, Long> patterns) {
        return entropy(patterns.entrySet().stream().sorted(Map.Entry.comparingByKey()).mapToLong(Map.Entry::getValue).toArray());
    }

    private static double entropy(long[] counts) {
        double total = LongStream.of(counts).sum();
        // + 0.0: no negative zero for a single pattern
        return -LongStream.of(counts).filter(count -> count > 0).mapToDouble(count -> count / total * Math.log(count / total)).sum() + 0.0;
    }
}
