package org.espalier.core.experiment;

import java.util.List;
import java.util.Map;

import org.espalier.core.config.Setting;
import org.espalier.core.extension.Extension;

/**
 * One step of a trial: load, train, judge.
 *
 * @param name    the stage's key
 * @param dataset what to load
 * @param model   what to train
 * @param trainer how
 * @param metrics how to judge; the first is the headline
 */
public record Stage(String name, Use dataset, Use model, Use trainer, List<Extension> metrics) {
    /**
     * An extension with the values of its parameters.
     *
     * @param extension what is used
     * @param values    effective values by parameter key, defaults included
     */
    public record Use(Extension extension, Map<String, Setting> values) {
    }
}
