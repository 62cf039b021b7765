package org.espalier.core.run;

/**
 * Follows runs: register it as a service, or give it to {@link RunService#start}. Called on the run's threads, one call at a time for one run; must be quick.
 * {@link RunEvent.Finished} reaches services before {@link RunHandle#await} returns, so a report can be written then.
 */
@FunctionalInterface
public interface RunListener {
    void on(RunEvent event);
}
