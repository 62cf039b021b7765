package org.espalier.core.run;

/** How a run ended. The shell colours it, the batch runner turns it into an exit code. */
public enum RunOutcome {
    /** Every trial was done. */
    COMPLETED(0, "completed"),
    /** Something the user gave cannot be used, or the run folder cannot be written. */
    BAD_INPUT(2, "bad input"),
    /** A trial left the finite numbers. */
    DIVERGED(3, "diverged"),
    /** Stopped; can be resumed. */
    INTERRUPTED(4, "interrupted"),
    /** A plugin failed. */
    PLUGIN_FAULT(5, "plugin fault");

    private final int exitCode;
    private final String words;

    RunOutcome(int exitCode, String words) {
        this.exitCode = exitCode;
        this.words = words;
    }

    /** Exit code of a process whose only run ended so. */
    public int exitCode() {
        return exitCode;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
