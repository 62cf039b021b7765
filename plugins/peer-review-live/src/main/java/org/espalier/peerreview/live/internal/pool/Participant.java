package org.espalier.peerreview.live.internal.pool;

import java.nio.file.Path;
import java.util.Optional;

import org.espalier.peerreview.live.internal.http.Endpoint;

/**
 * A model of the pool.
 *
 * @param name      as in judgments and rankings
 * @param endpoint  where it is asked, if it is live
 * @param answers   file of its recorded answers, used instead of asking
 * @param judgments file of its recorded judgments, used instead of asking
 * @param competes  whether its answers are judged; a judge from outside only reviews
 */
public record Participant(String name, Optional<Endpoint> endpoint, Optional<Path> answers, Optional<Path> judgments, boolean competes) {
    boolean canAnswer() {
        return endpoint.isPresent() || answers.isPresent();
    }

    boolean canReview() {
        return endpoint.isPresent() || judgments.isPresent();
    }
}
