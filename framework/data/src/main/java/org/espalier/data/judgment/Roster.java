package org.espalier.data.judgment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who takes part. Models are both authors and reviewers: reviewer s below the number of models is model s. Reviewers after them, such as people, do not compete.
 *
 * @param models names of the models
 * @param others names of the reviewers that do not compete
 */
public record Roster(List<String> models, List<String> others) {
    /** @throws IllegalArgumentException if a name is there twice */
    public Roster {
        models = List.copyOf(models);
        others = List.copyOf(others);
        Set<String> names = new HashSet<>();
        Stream.concat(models.stream(), others.stream()).filter(name -> !names.add(name)).findFirst().ifPresent(twice -> {
            throw new IllegalArgumentException("'" + twice + "' takes part twice");
        });
    }

    /** A pool without reviewers from outside. */
    public static Roster of(List<String> models) {
        return new Roster(models, List.of());
    }

    /** Names of all reviewers, by index. */
    public List<String> reviewers() {
        return Stream.concat(models.stream(), others.stream()).toList();
    }

    /** Number of models, m. */
    public int size() {
        return models.size();
    }

    /** Number of reviewers, at least m. */
    public int reviewerCount() {
        return models.size() + others.size();
    }
}
