package org.espalier.data.internal.field;

/** What is wrong with the line at hand. */
final class BadLine extends Exception {
    private static final long serialVersionUID = 1L;

    BadLine(String problem) {
        super(problem, null, false, false);
    }
}
