package org.espalier.peerreview.live.internal.review;

import java.util.Optional;

import org.espalier.api.config.Param;

/** Parameters of {@link QuestionFile}. */
public record QuestionsSettings(
        @Param("Questions in FastChat's format, in a data root; a few that ship with the plugin if not given") Optional<String> file,
        @Param(value = "Take the first so many; 0 for all", def = "0", min = 0) int limit) {
}
