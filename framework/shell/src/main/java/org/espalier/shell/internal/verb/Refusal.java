package org.espalier.shell.internal.verb;

/** A command's refusal in one sentence, which is all that the shell prints of it. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refusal(String sentence) {
        super(sentence);
    }

    public Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The shell prints exceptions by this. */
    @Override
    public String toString() {
        return getMessage();
    }
}
