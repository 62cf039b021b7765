package org.espalier.host.launcher;

import java.lang.management.ManagementFactory;

/** Tells on standard error how long the steps of a start took since the JVM began, if asked to. */
final class Stopwatch {
    private final boolean running;

    Stopwatch(boolean running) {
        this.running = running;
    }

    void lap(String step) {
        if (running) {
            System.err.printf("%6d ms  %s%n", System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime(), step);
        }
    }
}
