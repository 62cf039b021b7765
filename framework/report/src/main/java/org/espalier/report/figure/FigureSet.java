package org.espalier.report.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.espalier.api.inspection.Figure;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.TrialFigure;
import org.espalier.core.run.TrialResult;

/**
 * A figure of one name in all its trials.
 *
 * @param name  as the model named it, with the stage in front where the run has several
 * @param views for each variant and sweep point the mean over seeds, where their shapes agree, then single trials
 */
public record FigureSet(String name, List<View> views) {
    /**
     * One way to look at it.
     *
     * @param label  variant and sweep point, and the seed or how many
     * @param mean   whether it is a mean over seeds
     * @param figure what to draw
     */
    public record View(String label, boolean mean, Figure figure) {
    }

    /** The figures of a run by name. */
    public static List<FigureSet> of(RunRecord run, List<TrialFigure> figures) {
        Map<String, TrialResult> trials = run.trials().stream().collect(Collectors.toMap(TrialResult::trial, t -> t, (a, b) -> b));
        boolean stages = figures.stream().map(TrialFigure::stage).distinct().count() > 1;
        Map<String, List<TrialFigure>> byName = figures.stream().filter(f -> trials.containsKey(f.trial()))
                .collect(Collectors.groupingBy(f -> stages ? f.stage() + "/" + f.name() : f.name(), LinkedHashMap::new, Collectors.toList()));
        return byName.entrySet().stream().map(e -> new FigureSet(e.getKey(), views(e.getValue(), trials))).toList();
    }

    private static List<View> views(List<TrialFigure> figures, Map<String, TrialResult> trials) {
        Map<String, List<TrialFigure>> groups = figures.stream().collect(Collectors.groupingBy(f -> label(trials.get(f.trial())), LinkedHashMap::new, Collectors.toList()));
        List<View> means = new ArrayList<>();
        List<View> singles = new ArrayList<>();
        groups.forEach((label, group) -> {
            if (group.size() > 1) {
                MeanFigure.of(group.stream().map(TrialFigure::figure).toList()).ifPresent(mean -> means.add(new View(label + "mean over " + group.size() + " seeds", true, mean)));
            }
            group.forEach(f -> singles.add(new View(label + "seed " + trials.get(f.trial()).seed(), false, f.figure())));
        });
        means.addAll(singles);
        return means;
    }

    private static String label(TrialResult trial) {
        StringBuilder label = new StringBuilder(trial.variant().isEmpty() ? "" : trial.variant() + ", ");
        trial.point().forEach((key, value) -> label.append(key).append(' ').append(value).append(", "));
        return label.toString();
    }
}
