package org.espalier.data.internal.judgment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.espalier.api.error.InputException;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Judgments;
import org.espalier.data.judgment.Repeats;
import org.espalier.data.judgment.Samples;
import org.espalier.data.judgment.io.Reading;

/** Finds judgments of one reviewer on one pair and question that are there more than once. */
final class RepeatFilter {
    private final Reading reading;

    RepeatFilter(Reading reading) {
        this.reading = reading;
    }

    JudgmentData filtered(JudgmentData data) {
        if (data.judgments().isEmpty()) {
            if (reading.repeats() != Repeats.KEEP) {
                throw new InputException("repeats=" + reading.repeats().name().toLowerCase(java.util.Locale.ROOT) + " needs the single judgments, but only counts are kept. Set keep=judgments or repeats=keep");
            }
            return data;
        }
        Judgments judgments = data.judgments().get();
        boolean[] kept = kept(judgments);
        long repeated = IntStream.range(0, kept.length).filter(i -> !kept[i]).count();
        if (repeated > 0) {
            reading.notes().accept(repeated + " judgments of '" + data.name() + "' repeat a question, pair and reviewer; "
                    + (reading.repeats() == Repeats.KEEP ? "all count (repeats=first or last keeps one of each)" : "one of each counts"));
        }
        return repeated == 0 || reading.repeats() == Repeats.KEEP ? data : Samples.of(data, judgments.where(i -> kept[i]));
    }

    private boolean[] kept(Judgments judgments) {
        Comparator<Integer> byKey = Comparator.<Integer>comparingLong(i -> judgments.questions()[i]).thenComparingLong(i -> key(judgments, i));
        Integer[] order = IntStream.range(0, judgments.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(order, byKey);
        boolean[] kept = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            int neighbour = reading.repeats() == Repeats.LAST ? i + 1 : i - 1;
            kept[order[i]] = neighbour < 0 || neighbour == order.length || byKey.compare(order[i], order[neighbour]) != 0;
        }
        return kept;
    }

    private static long key(Judgments judgments, int i) {
        long low = Math.min(judgments.first()[i], judgments.second()[i]);
        long high = Math.max(judgments.first()[i], judgments.second()[i]);
        return (low << 32) + (high << 16) + judgments.reviewers()[i];
    }
}
