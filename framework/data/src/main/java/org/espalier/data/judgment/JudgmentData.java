package org.espalier.data.judgment;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.espalier.api.error.DataException;
import org.espalier.api.metric.Predictions.Ranking;

/**
 * Judgments of pairs of models' answers, for ranking the models. Arrays are not copied and must not be changed.
 *
 * @param name      name of the data set
 * @param roster    who takes part
 * @param counts    what scores are made of
 * @param judgments the single judgments in their order; empty if only the counts were kept
 * @param tallies   what each reviewer did and cost
 * @param truth     true place of each model, 0 the best; {@link Ranking#UNKNOWN} where it is not known
 */
public record JudgmentData(String name, Roster roster, PairCounts counts, Optional<Judgments> judgments, List<ReviewerTally> tallies, int[] truth) {
    /** Name of this kind in annotations. */
    public static final String KIND = "judgment";

    /** @throws IllegalArgumentException if the parts do not fit together */
    public JudgmentData {
        Objects.requireNonNull(name, "name");
        tallies = List.copyOf(tallies);
        if (counts.models() != roster.size() || counts.reviewers() != roster.reviewerCount() || tallies.size() != roster.reviewerCount() || truth.length != roster.size()) {
            throw new IllegalArgumentException("Parts of '" + name + "' do not fit: " + roster + ", " + counts + ", " + tallies.size() + " tallies, " + truth.length + " true places");
        }
    }

    /** Number of models, m. */
    public int models() {
        return roster.size();
    }

    /** Number of models whose true place is known. */
    public int ranked() {
        return (int) IntStream.of(truth).filter(place -> place != Ranking.UNKNOWN).count();
    }

    /** This data with true places. */
    public JudgmentData withTruth(int[] places) {
        return new JudgmentData(name, roster, counts, judgments, tallies, places);
    }

    /**
     * Refuses a pool that falls into parts: scores of models that never meet, not even through others, cannot be compared.
     *
     * @throws DataException naming the models of the parts
     */
    public JudgmentData connected() {
        int[] component = counts.components();
        if (IntStream.of(component).distinct().count() <= 1) {
            return this;
        }
        List<String> parts = IntStream.of(component).distinct().mapToObj(part -> IntStream.range(0, models()).filter(j -> component[j] == part)
                .mapToObj(roster.models()::get).toList().toString()).toList();
        throw new DataException("The judgments of '" + name + "' fall into " + parts.size() + " parts that never meet, so their models cannot be ranked together: "
                + String.join(", ", parts) + ". Rank the parts separately, or add judgments between them (a larger share, if this is a sample)");
    }

    /** One line for people: the sizes. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %,d judgments of %d models by %d reviewers, true places of %d", name, counts.total(), models(),
                tallies.stream().filter(tally -> tally.judgments() > 0).count(), ranked());
    }
}
