package org.espalier.api.error;

/** Training left the finite numbers. Ends the trial as failed, with advice, and exit code 3; its numbers are never averaged. */
public class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int epoch;

    /**
     * @param epoch  the epoch (from 1) at which it was noticed
     * @param what   what became NaN or infinite, e.g. {@code training loss}
     * @param advice things to try
     */
    public DivergedException(int epoch, String what, String advice) {
        super("The " + what + " is no longer finite in epoch " + epoch + ". Try: " + advice);
        this.epoch = epoch;
    }

    /**
     * Noticed after training.
     *
     * @param what   what became NaN or infinite
     * @param advice things to try
     */
    public DivergedException(String what, String advice) {
        super("The " + what + " are not finite. Try: " + advice);
        this.epoch = 0;
    }

    /**
     * Noticed within a step.
     *
     * @param message what became NaN or infinite, where, and things to try: whole sentences
     */
    public DivergedException(String message) {
        super(message);
        this.epoch = 0;
    }

    /** The epoch at which it was noticed; 0 if it is not known. */
    public int epoch() {
        return epoch;
    }
}
