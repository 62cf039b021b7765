package org.espalier.report.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.espalier.core.config.Setting;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.TrialResult;

/**
 * What variants have set differently, and which of them differ in one number only: {@code gnd-1}, {@code gnd-5}, {@code gnd-20}.
 *
 * @param byVariant values by key, by variant; those shared by all are left out
 * @param trials    the trials
 */
record VariantSettings(Map<String, Map<String, String>> byVariant, List<TrialResult> trials) {
    private static final Pattern LABELLED = Pattern.compile("\\[([^],]*)(?:,[^]]*)?\\] (.+)");

    static VariantSettings of(RunRecord run, List<TrialResult> trials) {
        Map<String, Map<String, String>> byVariant = new LinkedHashMap<>();
        trials.forEach(trial -> byVariant.computeIfAbsent(trial.variant(), k -> new TreeMap<>()));
        Set<String> swept = trials.stream().flatMap(trial -> trial.point().keySet().stream()).collect(Collectors.toSet());
        for (Setting setting : run.settings()) {
            Matcher matcher = LABELLED.matcher(setting.key());
            if (matcher.matches() && byVariant.containsKey(matcher.group(1)) && swept.stream().noneMatch(key -> matcher.group(2).equals(key) || matcher.group(2).endsWith("." + key))) {
                byVariant.get(matcher.group(1)).put(matcher.group(2), setting.value());
            }
        }
        return new VariantSettings(byVariant, trials);
    }

    /** One axis for each key in which at least so many variants differ, all else being equal. */
    List<StudyAxis> axes(int variants) {
        Set<String> keys = byVariant.values().stream().flatMap(settings -> settings.keySet().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
        List<StudyAxis> axes = new ArrayList<>();
        for (String key : keys) {
            Map<Map<String, String>, List<String>> alike = byVariant.keySet().stream().filter(variant -> StudyAxis.number(byVariant.get(variant).get(key)).isPresent())
                    .collect(Collectors.groupingBy(variant -> without(key, variant), LinkedHashMap::new, Collectors.toList()));
            Map<String, StudyAxis.Place> places = new HashMap<>();
            alike.values().stream().filter(group -> values(key, group).size() >= variants).forEach(group -> places.putAll(places(key, group)));
            if (!places.isEmpty()) {
                axes.add(new StudyAxis(key.substring(key.lastIndexOf('.') + 1), places));
            }
        }
        return axes;
    }

    private Map<String, String> without(String key, String variant) {
        Map<String, String> rest = new TreeMap<>(byVariant.get(variant));
        rest.remove(key);
        return rest;
    }

    private Set<String> values(String key, List<String> group) {
        return group.stream().map(variant -> byVariant.get(variant).get(key)).collect(Collectors.toSet());
    }

    private Map<String, StudyAxis.Place> places(String key, List<String> group) {
        String stem = stem(group);
        Map<String, StudyAxis.Place> places = new HashMap<>();
        trials.stream().filter(trial -> group.contains(trial.variant())).forEach(trial -> places.put(trial.trial(),
                new StudyAxis.Place(StudyAxis.number(byVariant.get(trial.variant()).get(key)).orElseThrow(), StudyAxis.line(stem, trial.point()))));
        return places;
    }

    /** What the variants' names have in common at their beginning. */
    private static String stem(List<String> names) {
        String stem = names.get(0);
        for (String name : names) {
            while (!name.startsWith(stem)) {
                stem = stem.substring(0, stem.length() - 1);
            }
        }
        return stem.replaceAll("[^A-Za-z0-9]+$", "");
    }
}
