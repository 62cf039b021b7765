package org.espalier.compute.internal.memory;

/** Who answers for off-heap memory. */
public interface Budget {
    /** Takes as much as the machine has. */
    Budget UNLIMITED = new Budget() {
        @Override
        public void take(String purpose, long bytes) {
            // there is no limit
        }

        @Override
        public void giveBack(long bytes) {
            // nobody counts
        }

        @Override
        public RuntimeException refusal(String purpose, long bytes) {
            return new IllegalStateException("There are no " + bytes + " bytes for " + purpose);
        }
    };

    /**
     * Called before memory is allocated.
     *
     * @param purpose what for, e.g. the variable, for messages
     * @throws RuntimeException {@link #refusal} if there is not enough
     */
    void take(String purpose, long bytes);

    /** Called after memory was freed. */
    void giveBack(long bytes);

    /** What to throw if the machine has not that much. */
    RuntimeException refusal(String purpose, long bytes);
}
