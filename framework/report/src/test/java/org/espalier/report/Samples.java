package org.espalier.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.espalier.core.claim.Verdict;
import org.espalier.core.config.Origin;
import org.espalier.core.config.Setting;
import org.espalier.core.run.EpochRecord;
import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.TrialResult;

/** A made-up run: two variants at two sweep points with some seeds. */
public final class Samples {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private Samples() {
    }

    public static TrialResult trial(String variant, int labels, long seed, double accuracy) {
        return new TrialResult(variant + ",labels-per-class=" + labels + ",seed=" + seed, variant, Map.of("labels-per-class", "" + labels), seed,
                RunOutcome.COMPLETED, ordered("accuracy", accuracy, "macro-f1", accuracy - 0.01), 200, 1.25, 1 << 20, "");
    }

    public static TrialResult diverged(String variant, int labels, long seed) {
        return new TrialResult(variant + ",labels-per-class=" + labels + ",seed=" + seed, variant, Map.of("labels-per-class", "" + labels), seed,
                RunOutcome.DIVERGED, Map.of(), 7, 0.1, 1 << 20, "The training loss is no longer finite in epoch 7. Try: a smaller learning-rate");
    }

    public static Verdict verdict(Verdict.Decision decision, double measured, double low, double high, Optional<String> reason) {
        return new Verdict("beats-gcn", "GND-Nets beats GCN when labels are few", "mean(accuracy | gnd-slp) - mean(accuracy | gcn) >= 0.02", decision, measured, low,
                high, ">= 0.02", 5, "0.734 (Table 3)", reason);
    }

    public static RunRecord run(List<TrialResult> trials, List<Verdict> verdicts, List<String> notes) {
        return new RunRecord("gndnets/cora/20260301-100000-ab12", "gndnets/cora", "Node classification with few labels on Cora", Optional.of("gndnets"),
                Path.of("runs", "gndnets", "cora", "20260301-100000-ab12"), START, Optional.of(START.plusSeconds(112)), Optional.of(RunOutcome.COMPLETED), settings(),
                provenance(), trials, verdicts, notes, List.of());
    }

    /** Trials of variants at sweep points, drawn from a fixed seed. */
    public static List<TrialResult> trials(int seeds) {
        Random random = new Random(1);
        List<TrialResult> trials = new ArrayList<>();
        for (String variant : List.of("gnd-slp", "gcn")) {
            for (int labels : new int[] {2, 5}) {
                for (int seed = 1; seed <= seeds; seed++) {
                    double mean = variant.equals("gcn") ? 0.66 : 0.70;
                    trials.add(trial(variant, labels, seed, mean + 0.012 * labels + 0.015 * random.nextGaussian()));
                }
            }
        }
        return trials;
    }

    /** Falling losses and rising accuracies, with early stops. */
    public static List<EpochRecord> epochs(List<TrialResult> trials, int epochs) {
        Random random = new Random(2);
        List<EpochRecord> records = new ArrayList<>();
        for (TrialResult trial : trials) {
            int last = epochs * 3 / 4 + random.nextInt(epochs / 4);
            double speed = (trial.variant().equals("gcn") ? 60.0 : 40.0) * epochs / 1000 * (0.8 + 0.4 * random.nextDouble());
            for (int epoch = 1; epoch <= last; epoch++) {
                double fall = Math.exp(-epoch / speed);
                Map<String, Double> values = ordered("train-loss", 0.05 + 1.9 * fall + 0.02 * random.nextGaussian() * fall, "validation-loss",
                        0.75 + 1.2 * fall + 0.01 * random.nextGaussian());
                values.put("validation-accuracy", 0.72 - 0.55 * fall + 0.006 * random.nextGaussian());
                records.add(new EpochRecord(trial.trial(), "main", epoch, epochs, values, epoch * 0.004));
            }
        }
        return records;
    }

    public static List<Setting> settings() {
        return List.of(new Setting("main.dataset.use", "gndnets.citation", new Origin("experiment", "cora.yaml:6")),
                new Setting("main.dataset.name", "cora", new Origin("experiment", "cora.yaml:6")),
                new Setting("main.model.use", "gndnets.gnd", new Origin("experiment", "cora.yaml:7")),
                new Setting("main.model.hidden", "32", new Origin("command line", "main.model.hidden=32")),
                new Setting("main.trainer.patience", "50", new Origin("default", "")));
    }

    private static Map<String, Object> provenance() {
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("java", "17.0.15");
        provenance.put("bundles", List.of(Map.of("name", "org.espalier.gnd-nets"), Map.of("name", "org.espalier.standard")));
        return provenance;
    }

    public static Map<String, Double> ordered(String first, double a, String second, double b) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(first, a);
        values.put(second, b);
        return values;
    }
}
