package org.espalier.peerreview.internal.scoring;

import java.util.ArrayList;
import java.util.List;

/**
 * Consistency optimisation again and again, each time without the reviewer whose model scored lowest (section 5 of the paper), until enough are gone. Every optimisation starts from the same
 * weights; the models stay in the ranking. Reviewers without judgments count as gone from the start; reviewers that do not compete have no score and stay.
 */
public final class Elimination {
    private final Scoring scoring;
    private final ConsistencyOptimisation optimisation;
    private final int removals;

    /** @param removals reviewers to remove */
    public Elimination(Scoring scoring, Schedule schedule, int removals) {
        this.scoring = scoring;
        this.optimisation = new ConsistencyOptimisation(scoring, schedule);
        this.removals = removals;
    }

    /**
     * One optimisation.
     *
     * @param active  whose judgments counted
     * @param outcome its last epoch
     */
    public record Stage(boolean[] active, ConsistencyOptimisation.Epoch outcome) {
    }

    /**
     * What came of it.
     *
     * @param stages  the optimisations; the last one's weights and scores are the result
     * @param guarded the reviewer that should have gone but stayed, since without it a model would keep no judgment; -1 if there was none
     */
    public record Result(List<Stage> stages, int guarded) {
        /** The last optimisation. */
        public Stage last() {
            return stages.get(stages.size() - 1);
        }
    }

    /** Optimisations that {@link #run} makes unless the guard stops it. */
    public int plannedStages() {
        int gone = absent(scoring.present());
        return 1 + Math.max(0, Math.min(removals - gone, scoring.models() - gone - 1));
    }

    /** Runs all optimisations from one start. */
    public Result run(Weighting start, ConsistencyOptimisation.Listener listener) {
        List<Stage> stages = new ArrayList<>();
        boolean[] active = scoring.present();
        while (true) {
            Stage stage = new Stage(active, optimisation.run(start, active, listener));
            stages.add(stage);
            int candidates = scoring.models() - absent(active);
            if (absent(active) >= removals || candidates <= 1) {
                return new Result(List.copyOf(stages), -1);
            }
            int lowest = lowest(stage);
            active = active.clone();
            active[lowest] = false;
            for (double contests : scoring.contestsBy(active)) {
                if (contests == 0) {
                    return new Result(List.copyOf(stages), lowest);
                }
            }
        }
    }

    private int absent(boolean[] active) {
        int absent = 0;
        for (int s = 0; s < scoring.models(); s++) {
            absent += active[s] ? 0 : 1;
        }
        return absent;
    }

    private int lowest(Stage stage) {
        int lowest = -1;
        for (int s = 0; s < scoring.models(); s++) {
            if (stage.active()[s] && (lowest < 0 || stage.outcome().scores()[s] < stage.outcome().scores()[lowest])) {
                lowest = s;
            }
        }
        return lowest;
    }
}
