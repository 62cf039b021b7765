package org.espalier.data.internal.json;

/** Text that is not the JSON that was expected. Made often where bad lines are skipped, so without a stack trace. */
public final class JsonProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JsonProblem(String message) {
        super(message, null, false, false);
    }
}
