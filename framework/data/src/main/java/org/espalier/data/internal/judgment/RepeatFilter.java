package org.espalier.data.internal.judgment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

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
                throw new InputException("repeats=" + reading.repeats().name().toLowerCase(Locale.ROOT)
                        + " needs the single judgments, but only their counts are kept. Set keep-judgments=true or repeats=keep");
            }
            return data;
        }
        Judgments judgments = data.judgments().get();
        long[] keys = keys(judgments, data.models(), data.roster().reviewerCount());
        Map<Long, Integer> chosen = repeated(keys);
        if (chosen.isEmpty()) {
            return data;
        }
        int repeats = choose(keys, chosen);
        boolean keep = reading.repeats() == Repeats.KEEP;
        reading.notes().accept(repeats + " judgments of '" + data.name() + "' repeat a question, pair and reviewer; "
                + (keep ? "all count (repeats=first or last keeps one of each)" : "the " + reading.repeats().name().toLowerCase(Locale.ROOT) + " of each counts"));
        return keep ? data : Samples.of(data, judgments.where(i -> chosen.getOrDefault(keys[i], i) == i));
    }

    private static long[] keys(Judgments judgments, int models, int reviewers) {
        long[] keys = judgments.contests(models);
        for (int i = 0; i < keys.length; i++) {
            keys[i] = keys[i] * reviewers + judgments.reviewers()[i];
        }
        return keys;
    }

    /** The keys that are there more than once, with no choice made yet. */
    private static Map<Long, Integer> repeated(long[] keys) {
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        Map<Long, Integer> repeated = new HashMap<>();
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                repeated.put(sorted[i], -1);
            }
        }
        return repeated;
    }

    /** Chooses one place for each repeated key; returns how many places are left over. */
    private int choose(long[] keys, Map<Long, Integer> chosen) {
        int places = 0;
        for (int i = 0; i < keys.length; i++) {
            Integer now = chosen.get(keys[i]);
            if (now != null) {
                places++;
                if (now < 0 || reading.repeats() == Repeats.LAST) {
                    chosen.put(keys[i], i);
                }
            }
        }
        return places - chosen.size();
    }
}
