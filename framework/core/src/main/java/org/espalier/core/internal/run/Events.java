package org.espalier.core.internal.run;

import java.time.Clock;
import java.util.List;

import org.espalier.core.internal.store.RunFolder;
import org.espalier.core.run.RunEvent;
import org.espalier.core.run.RunListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events to the run's files, then to its followers, one at a time. */
final class Events {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    private final RunFolder folder;
    private final List<RunListener> listeners;
    private final Clock clock;

    Events(RunFolder folder, List<RunListener> listeners, Clock clock) {
        this.folder = folder;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** @throws org.espalier.api.error.InputException if the run folder cannot be written; the followers are told all the same */
    synchronized void publish(RunEvent event) {
        try {
            store(event);
        } finally {
            listeners.forEach(listener -> tell(listener, event));
        }
    }

    private void store(RunEvent event) {
        if (event instanceof RunEvent.EpochDone done) {
            folder.epoch(done.epoch());
        } else if (event instanceof RunEvent.TrialFinished finished) {
            folder.result(finished.result());
        } else if (!(event instanceof RunEvent.Loading)) {
            folder.event(event, clock.instant());
        }
    }

    private static void tell(RunListener listener, RunEvent event) {
        try {
            listener.on(event);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("A follower of run {} failed on {}: {}", event.run(), event.getClass().getSimpleName(), e.toString(), e);
        }
    }
}
