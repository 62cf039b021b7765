package org.espalier.peerreview.live;

import java.util.Optional;

/** A model that judges which of two answers is better. Called by several threads at a time. */
@FunctionalInterface
public interface Reviewer {
    /**
     * Judges two answers in the order given. Must not tell the judging model whose answers they are.
     *
     * @return empty if this reviewer has nothing to say of the pair, as with recorded judgments that lack it; a verdict is never made up
     * @throws org.espalier.api.error.InputException if asking again is no use: key refused, unknown model
     */
    Optional<Opinion> review(Question question, Answer a, Answer b) throws InterruptedException;
}
