package org.espalier.it;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for what another process does. */
final class Await {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(20);

    private Await() {
    }

    static void until(String what, BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > PATIENCE) {
                throw new AssertionError("waited in vain for " + what);
            }
            LockSupport.parkNanos(STEP);
        }
    }
}
