package org.espalier.peerreview.live.internal.http;

import java.util.List;
import java.util.Optional;

/** Something that carries a conversation on. Called by several threads at a time. */
@FunctionalInterface
public interface Chat {
    /**
     * Asks for the next reply.
     *
     * @return empty if none could be had, after all retries
     * @throws org.espalier.api.error.InputException if asking again is no use
     */
    Optional<Reply> ask(List<Message> conversation) throws InterruptedException;
}
