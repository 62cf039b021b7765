package org.espalier.peerreview.live;

import java.util.Optional;

/** A model that answers questions. Called by several threads at a time. */
@FunctionalInterface
public interface Answerer {
    /**
     * Answers as many turns of a question as are asked for.
     *
     * @return empty if no answer could be had, after all retries
     * @throws org.espalier.api.error.InputException if asking again is no use: key refused, unknown model
     */
    Optional<Answer> answer(Question question, int turns) throws InterruptedException;
}
