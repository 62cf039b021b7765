package org.espalier.compute.internal.kernel;

import java.util.function.IntConsumer;

/** The threads of a lease, working on the parts of one kernel. */
public interface Team {
    /** Works on the caller's thread alone. */
    Team SINGLE = new Team() {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public void run(IntConsumer part) {
            part.accept(0);
        }
    };

    /** Number of threads, the caller's included. */
    int size();

    /** Runs parts 0 to size - 1 at the same time, one on the calling thread, and waits for all. */
    void run(IntConsumer part);
}
