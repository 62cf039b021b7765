package org.espalier.peerreview.live.internal.review;

import java.util.Optional;

import org.espalier.api.config.Param;

/** Parameters of {@link Pool}. */
public record PoolSettings(
        @Param(value = "JSON file that names the models and where they are asked", def = "pool.json") String pool,
        @Param("Judge prompts in FastChat's format; the built-in ones if not given") Optional<String> prompts,
        @Param(value = "How many reviewers judge a pair", def = "5", min = 1) int reviewersPerPair,
        @Param(value = "How many others each model meets on a question; 0 for all", def = "0", min = 0) int opponents,
        @Param(value = "Whether authors may not judge their own pair", def = "false") boolean excludeSelf,
        @Param(value = "Turns of a question that are put", def = "1", min = 1, max = 2) int turns) {
}
