package org.espalier.core.config;

import java.util.List;
import java.util.Optional;

/**
 * One parameter of an extension, as declared by {@link org.espalier.api.config.Param}.
 *
 * @param key         kebab-case name
 * @param type        for people: {@code integer}, {@code number}, {@code text}, {@code yes/no}, {@code choice}, {@code list of …}, {@code artefact}
 * @param description one sentence
 * @param initial     default as written; empty if the user must give one, or if absence is the default (see {@code required})
 * @param required    whether the user must give a value
 * @param range       allowed range or choices for people, e.g. {@code [1, ∞)}; empty if any
 * @param choices     the allowed values, if they are few
 * @param unit        unit; may be empty
 */
public record Parameter(String key, String type, String description, Optional<String> initial, boolean required, String range, List<String> choices, String unit) {
}
