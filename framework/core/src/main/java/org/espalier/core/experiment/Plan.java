package org.espalier.core.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.espalier.core.config.Setting;
import org.espalier.core.config.SiteKey;

/**
 * A checked experiment, ready to run.
 *
 * @param experiment the experiment
 * @param overrides  as typed
 * @param trials     in the order to be run
 * @param remarks    where something typed does not apply, a sentence each
 * @param settings   every effective value with its origin: those that hold for all trials, then those that differ, by variant
 */
public record Plan(Experiment experiment, List<String> overrides, List<Trial> trials, List<String> remarks, List<Setting> settings) {

    /** The effective value of a key of the installation. */
    public String site(SiteKey key) {
        return settings.stream().filter(setting -> setting.key().equals(key.key())).findFirst().map(Setting::value).orElse(key.initial());
    }

    /** The first trial of each variant and sweep point, by a label made of both. */
    public Map<String, Trial> representatives() {
        Map<String, Trial> first = new LinkedHashMap<>();
        trials.forEach(trial -> first.putIfAbsent(trial.label(), trial));
        return first;
    }
}
