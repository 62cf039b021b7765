package org.espalier.compute.internal;

import java.util.concurrent.locks.LockSupport;

/** A thread that does one short piece of work after the other. Kernels follow one another closely, so it spins for a moment before it sleeps. */
final class Helper {
    private static final int SPINS = 2000;

    private final Thread thread = new Thread(this::loop);
    private volatile Runnable work;
    private volatile boolean ended;

    Helper() {
        thread.setDaemon(true);
    }

    /** Begins to wait for work. */
    void begin(String name) {
        rename(name);
        thread.start();
    }

    void rename(String name) {
        thread.setName(name);
    }

    /** Gives it work, which catches what it throws. What it got before must be done. */
    void work(Runnable next) {
        work = next;
        LockSupport.unpark(thread);
    }

    /** Ends the thread once its work is done. */
    void end() {
        ended = true;
        LockSupport.unpark(thread);
    }

    private void loop() {
        for (int spins = 0; !ended; spins++) {
            Runnable next = work;
            if (next == null) {
                rest(spins);
            } else {
                work = null;
                next.run();
                spins = 0;
            }
        }
    }

    /** A moment of waiting, the longer the more have passed. */
    static void rest(int spins) {
        if (spins < SPINS) {
            Thread.onSpinWait();
        } else {
            LockSupport.park();
        }
    }
}
