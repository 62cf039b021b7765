package org.espalier.data.internal.judgment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.espalier.api.error.DataException;
import org.espalier.data.judgment.GroundTruth;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Judgments;
import org.espalier.data.judgment.Roster;
import org.espalier.data.judgment.io.Reading;

/** Turns what collectors took into judgment data, and tells what was odd. */
public final class Pool {
    private static final int NAMES_SHOWN = 12;

    private final String name;
    private final Roster roster;
    private final Reading reading;

    public Pool(String name, Roster roster, Reading reading) {
        this.name = name;
        this.roster = roster;
        this.reading = reading;
    }

    /** The data of one collector. */
    public JudgmentData data(Collector all) {
        return data(all, reading.keepRecords() ? Optional.of(all.takeJudgments()) : Optional.empty());
    }

    /** The data of a collector whose single judgments lie elsewhere. */
    public JudgmentData data(Collector all, Optional<Judgments> judgments) {
        tell(all);
        JudgmentData data = new JudgmentData(name, roster, all.counts().build(), judgments, IntStream.range(0, roster.reviewerCount()).mapToObj(all::tally).toList(),
                GroundTruth.unknown(roster.size()));
        tellOfReviewers(data);
        return new RepeatFilter(reading).filtered(data);
    }

    private void tell(Collector all) {
        long dropped = all.unknown().values().stream().mapToLong(Long::longValue).sum();
        if (dropped > 0) {
            String names = all.unknown().entrySet().stream().limit(NAMES_SHOWN).map(entry -> "'" + entry.getKey() + "' (" + entry.getValue() + ")").collect(Collectors.joining(", "));
            String sentence = dropped + " judgments of '" + name + "' name models or reviewers that are not in the pool: " + names
                    + (all.unknown().size() > NAMES_SHOWN ? " and " + (all.unknown().size() - NAMES_SHOWN) + " more" : "");
            if (reading.strict()) {
                throw new DataException(sentence + ". Add them to the pool, or set strict=false to drop these judgments");
            }
            reading.notes().accept(sentence + "; they were dropped");
        }
        if (all.skipped() > 0) {
            reading.notes().accept(all.skipped() + " broken lines of '" + name + "' were skipped");
        }
        if (all.oddVerdicts() > 0) {
            reading.notes().accept(all.oddVerdicts() + " verdicts of '" + name + "' are none of the known values; they count as errors");
        }
    }

    private void tellOfReviewers(JudgmentData data) {
        List<String> silent = reviewers(data, s -> data.tallies().get(s).judgments() == 0);
        List<String> tied = reviewers(data, s -> data.tallies().get(s).tieShare() == 1);
        if (!silent.isEmpty()) {
            reading.notes().accept("Reviewers of '" + name + "' without judgments: " + String.join(", ", silent));
        }
        if (!tied.isEmpty()) {
            reading.notes().accept("Reviewers of '" + name + "' with ties only, which tell nothing apart: " + String.join(", ", tied));
        }
    }

    private List<String> reviewers(JudgmentData data, java.util.function.IntPredicate which) {
        return IntStream.range(0, roster.reviewerCount()).filter(which).mapToObj(roster.reviewers()::get).toList();
    }

}
