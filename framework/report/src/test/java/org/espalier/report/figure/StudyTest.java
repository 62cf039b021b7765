package org.espalier.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.espalier.core.config.Origin;
import org.espalier.core.config.Setting;
import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.TrialResult;
import org.espalier.report.Samples;
import org.junit.jupiter.api.Test;

class StudyTest {
    @Test
    void aSweptNumberGivesALineForEachVariant() {
        List<Study> studies = Study.of(Samples.run(Samples.trials(3), List.of(), List.of()));
        assertEquals(List.of("accuracy", "macro-f1"), studies.stream().map(Study::metric).toList());
        Study accuracy = studies.get(0);
        assertEquals("labels-per-class", accuracy.key());
        assertEquals(List.of("gnd-slp", "gcn"), accuracy.lines().stream().map(Study.Line::label).toList());
        assertEquals(Set.of(2.0, 5.0), accuracy.lines().get(0).at().keySet());
        assertEquals(3, accuracy.lines().get(0).at().get(2.0).count());
    }

    @Test
    void variantsThatDifferInOneNumberAreALineToo() {
        List<Study> studies = Study.of(ofVariants(Map.of("gnd-1", "1", "gnd-5", "5", "gnd-20", "20")));
        assertEquals(1, studies.size());
        assertEquals("steps", studies.get(0).key());
        assertEquals("gnd", studies.get(0).lines().get(0).label());
        assertEquals(List.of(1.0, 5.0, 20.0), List.copyOf(studies.get(0).lines().get(0).at().keySet()));
    }

    @Test
    void wordsAreNoAxis() {
        assertTrue(Study.of(ofVariants(Map.of("a", "relu", "b", "tanh", "c", "elu"))).isEmpty());
    }

    private static RunRecord ofVariants(Map<String, String> steps) {
        List<Setting> settings = new ArrayList<>(Samples.settings());
        List<TrialResult> trials = new ArrayList<>();
        steps.forEach((variant, value) -> {
            settings.add(new Setting("[" + variant + "] main.model.steps", value, new Origin("variant " + variant, "")));
            trials.add(new TrialResult(variant, variant, Map.of(), 1, RunOutcome.COMPLETED, Map.of("accuracy", 0.5), 1, 1, 1, ""));
        });
        RunRecord r = Samples.run(trials, List.of(), List.of());
        return new RunRecord(r.id(), r.experiment(), r.title(), r.paper(), r.folder(), r.started(), r.ended(), r.outcome(), settings, r.provenance(), trials, r.verdicts(), r.notes(),
                r.profiles());
    }
}
