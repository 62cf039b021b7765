package org.espalier.peerreview.internal.model;

import java.util.ArrayList;
import java.util.List;

import org.espalier.api.bench.Benchmark.Case;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.peerreview.internal.scoring.ConsistencyOptimisation;
import org.espalier.peerreview.internal.scoring.Elimination;
import org.espalier.peerreview.internal.scoring.Schedule;
import org.espalier.peerreview.internal.scoring.Scoring;
import org.espalier.peerreview.internal.scoring.Weighting;

/** The parts of PiCO that take time: counting single judgments, optimising all reviewers' weights once, and again after each elimination. */
record PicoCases(ConsistencyModel model, JudgmentData data) {
    List<Case> all() {
        List<Case> cases = new ArrayList<>();
        int reviewers = data.roster().reviewerCount();
        data.judgments().ifPresent(judgments -> cases.add(new Case("count judgments", Math.max(1, judgments.size()), "judgments", () -> judgments.counts(data.models(), reviewers))));
        Scoring scoring = model.scoring(data);
        Weighting start = model.start(data);
        Schedule schedule = Schedule.PUBLISHED;
        ConsistencyOptimisation once = new ConsistencyOptimisation(scoring, schedule);
        cases.add(new Case("one optimisation", schedule.epochs(), "epochs", () -> once.run(start, scoring.present(), epoch -> { })));
        Elimination elimination = new Elimination(scoring, schedule, model.removals(data));
        cases.add(new Case("with elimination", (long) schedule.epochs() * elimination.plannedStages(), "epochs", () -> elimination.run(start, epoch -> { })));
        return cases;
    }
}
