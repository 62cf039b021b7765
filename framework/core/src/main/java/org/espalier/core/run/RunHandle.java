package org.espalier.core.run;

import java.nio.file.Path;

/** A run under way. */
public interface RunHandle {
    /** Full id: {@code experiment/run-id}. */
    String id();

    Path folder();

    /** Asks every trial to write a checkpoint and stop. Returns at once. */
    void stop();

    /** Waits for the end. @throws InterruptedException if the waiting thread was interrupted; the run goes on */
    RunRecord await() throws InterruptedException;
}
