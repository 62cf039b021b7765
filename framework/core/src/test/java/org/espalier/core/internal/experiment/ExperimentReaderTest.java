package org.espalier.core.internal.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.espalier.api.error.InputException;
import org.espalier.core.experiment.Experiment;
import org.junit.jupiter.api.Test;

class ExperimentReaderTest {
    private static final String TEXT = """
            id: p/e
            title: An experiment
            stages:
              main:
                dataset: {use: d.d, name: cora}
                metrics: [accuracy, macro-f1]
            seeds: 3
            variants:
              plain: {}
              other: {main.model: {use: m.b, hidden: 8}, main.trainer.rate: 0.1}
            sweep: {main.dataset.labels: [1, 2]}
            claims:
              - says: it works
                where: {labels: 1}
                check: mean(accuracy | plain) - mean(accuracy | other) >= 0.02
                published: {where: Table 3, value: 0.7}
            """;

    @Test
    void readsEveryPart() {
        Experiment e = ExperimentReader.read("e.yaml", TEXT);
        assertEquals("p/e", e.id());
        assertEquals(List.of("main"), e.stages());
        assertEquals("[accuracy, macro-f1]", e.values().settings().get("main.metrics").value());
        assertEquals("experiment (e.yaml:5)", e.values().settings().get("main.dataset.name").origin().toString());
        assertEquals(List.of(1L, 2L, 3L), e.seeds());
        assertEquals(Set.of("main.model"), e.variants().get("other").replaced());
        assertEquals("0.1", e.variants().get("other").settings().get("main.trainer.rate").value());
        assertEquals(Map.of("main.dataset.labels", List.of("1", "2")), e.sweep());
        assertEquals("0.7 (Table 3)", e.claims().get(0).published());
    }

    @Test
    void readsListsOfListsAndTextsWithCommas() {
        Experiment e = ExperimentReader.read("e.yaml", TEXT.replace("where: {labels: 1}", "where: {labels: '[13, 6, 3]'}").replace("labels: [1, 2]", "labels: [[13, 6, 3], [13, 4, 2]]").replace("name: cora", "name: ['a, b', [c]]"));
        assertEquals(Map.of("main.dataset.labels", List.of("[13, 6, 3]", "[13, 4, 2]")), e.sweep());
        assertEquals("[\"a, b\", [c]]", e.values().settings().get("main.dataset.name").value());
    }

    @Test
    void namesFileAndLineOfBadYaml() {
        assertRefused("e.yaml:3: not valid YAML: ", TEXT.replace("title: An", "title: [An"));
        assertRefused("e.yaml:1: the file is empty", "# nothing");
    }

    @Test
    void namesTheNearestTopLevelKey() {
        assertRefused("e.yaml:7: unknown key 'seed'. Did you mean 'seeds'?", TEXT.replace("seeds:", "seed:"));
    }

    @Test
    void refusesAKeyGivenTwice() {
        assertRefused("e.yaml:2: key 'id' is given twice", "id: a\nid: b\n");
    }

    @Test
    void refusesSeedsThatAreNone() {
        assertRefused("e.yaml:7: seeds are 'many', but a number of seeds or a list like [1, 2, 3] is expected", TEXT.replace("seeds: 3", "seeds: many"));
        assertRefused("e.yaml:7: seeds are '0', but at least one is needed", TEXT.replace("seeds: 3", "seeds: 0"));
    }

    @Test
    void refusesAnUnreadableCheck() {
        assertRefused("e.yaml:15: cannot read the check 'mean(accuracy | plain) is good': >=, >, <=, <, in [low, high] or the end is expected at 'is good'",
                TEXT.replace("mean(accuracy | plain) - mean(accuracy | other) >= 0.02", "mean(accuracy | plain) is good"));
    }

    @Test
    void refusesClaimsAboutTrialsThatCannotBe() {
        assertRefused("e.yaml:15: the check 'mean(accuracy | plian) - mean(accuracy | other) >= 0.02' finds no trials: no variant or swept value is named 'plian'. Did you mean 'plain'?",
                TEXT.replace("| plain", "| plian"));
        assertRefused("e.yaml:15: the check 'mean(accuracy | label=1) - mean(accuracy | other) >= 0.02' finds no trials: no key 'label' is swept. Did you mean 'labels'?",
                TEXT.replace("| plain", "| label=1"));
        assertRefused("e.yaml:15: the check 'mean(accuracy | labels=3) - mean(accuracy | other) >= 0.02' finds no trials: 'labels' never has the value '3', only 1, 2",
                TEXT.replace("| plain", "| labels=3"));
        assertRefused("e.yaml:14: the claim is about no trial: 'labels' never has the value '3', only 1, 2", TEXT.replace("where: {labels: 1}", "where: {labels: 3}"));
        assertRefused("e.yaml:14: the claim is about no trial: no key 'rows' is swept.", TEXT.replace("where: {labels: 1}", "where: {rows: 3}"));
    }

    @Test
    void takesSelectorsByVariantByKeyAndByValue() {
        String check = ExperimentReader.read("e.yaml", TEXT.replace("| plain)", "| plain | main.dataset.labels=1.0)").replace("| other", "| 2")).claims().get(0).check();
        assertEquals("mean(accuracy | plain | main.dataset.labels=1.0) - mean(accuracy | 2) >= 0.02", check);
    }

    private static void assertRefused(String message, String text) {
        String actual = assertThrows(InputException.class, () -> ExperimentReader.read("e.yaml", text)).getMessage();
        assertEquals(message, actual.substring(0, Math.min(actual.length(), message.length())));
    }
}
