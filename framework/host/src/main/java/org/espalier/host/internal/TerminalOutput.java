package org.espalier.host.internal;

import java.io.PrintStream;

import org.espalier.report.terminal.ProgressView;

/** What the start script found out about standard output: the JVM cannot tell. */
final class TerminalOutput {
    private static final int USUAL_WIDTH = 100;

    private TerminalOutput() {
    }

    static ProgressView progress(PrintStream out) {
        return new ProgressView(out, Boolean.getBoolean("espalier.terminal"), TerminalOutput::width);
    }

    static int width() {
        return Integer.getInteger("espalier.columns", USUAL_WIDTH);
    }
}
