package org.espalier.compute.internal;

/** What the compute service does, for JMX consoles: {@code org.espalier:type=Compute}. */
public interface ComputeMXBean {
    /** Leases that have the device. */
    int getLeases();

    /** Requests that wait for it. */
    int getWaiting();

    /** Threads that leases have, each its compute thread and the helpers it asked for. */
    int getThreads();

    /** Helper threads alive, lent or idle. */
    int getHelpers();

    /** Bytes that programs and parameters hold. */
    long getHeldBytes();

    /** Programs compiled since the start. */
    long getProgramsCompiled();

    /** Runs of programs since the start: training steps and predictions. */
    long getRuns();
}
