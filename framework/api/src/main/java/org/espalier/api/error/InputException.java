package org.espalier.api.error;

/**
 * Something the user gave cannot be used: configuration, a data file, a plugin jar. Ends in one sentence and exit code 2, never a stack trace.
 * The message says what was attempted, the offending value, what was expected and what to do.
 */
public class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
