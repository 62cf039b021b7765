package org.espalier.host.internal;

/** What the process's exit code tells. The lines are shown by {@code --help}, which wants constants. */
final class ExitCode {
    static final int DONE = 0;
    static final int INTERNAL_ERROR = 1;
    static final int BAD_INPUT = 2;
    static final int INTERRUPTED = 4;
    static final int CLAIM_FAILED = 6;

    static final String DONE_LINE = "0:every trial was done";
    static final String INTERNAL_ERROR_LINE = "1:internal error; the log has its stack trace";
    static final String BAD_INPUT_LINE = "2:something given cannot be used: an argument, an experiment, data, a plugin, the run folder";
    static final String DIVERGED_LINE = "3:a trial diverged: its numbers became NaN or infinite";
    static final String INTERRUPTED_LINE = "4:interrupted; --resume RUN goes on";
    static final String PLUGIN_FAULT_LINE = "5:a plugin failed";
    static final String CLAIM_FAILED_LINE = "6:all done, but a claim does not hold (only with --fail-on-claim)";

    private ExitCode() {
    }
}
