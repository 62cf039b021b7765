package org.espalier.report.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.espalier.core.run.RunRecord;
import org.espalier.core.run.TrialResult;

/**
 * A key to draw metrics over.
 *
 * @param key    the key
 * @param places where each trial stands, by its id
 */
record StudyAxis(String key, Map<String, Place> places) {
    /** Fewer variants than this that differ in one number are a comparison, no curve. */
    private static final int VARIANTS = 3;

    /**
     * Where a trial stands.
     *
     * @param at   the key's value
     * @param line variant and other keys
     */
    record Place(double at, String line) {
    }

    static List<StudyAxis> of(RunRecord run, List<TrialResult> trials) {
        List<StudyAxis> axes = new ArrayList<>();
        keys(trials).forEach(key -> swept(key, trials).ifPresent(axes::add));
        axes.addAll(VariantSettings.of(run, trials).axes(VARIANTS));
        return axes;
    }

    private static Set<String> keys(List<TrialResult> trials) {
        return trials.stream().flatMap(trial -> trial.point().keySet().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<StudyAxis> swept(String key, List<TrialResult> trials) {
        Map<String, Place> places = new HashMap<>();
        for (TrialResult trial : trials) {
            Optional<Double> at = number(trial.point().get(key));
            if (at.isPresent()) {
                Map<String, String> others = new LinkedHashMap<>(trial.point());
                others.remove(key);
                places.put(trial.trial(), new Place(at.get(), line(trial.variant(), others)));
            }
        }
        return places.values().stream().map(Place::at).distinct().count() > 1 ? Optional.of(new StudyAxis(key, places)) : Optional.empty();
    }

    static String line(String variant, Map<String, String> point) {
        List<String> parts = new ArrayList<>(variant.isEmpty() ? List.of() : List.of(variant));
        point.forEach((key, value) -> parts.add(key + " " + value));
        return String.join(", ", parts);
    }

    static Optional<Double> number(String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Double.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
