package org.espalier.compute.internal;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for conditions in tests. */
public final class Await {
    private static final long LIMIT_NANOS = 30_000_000_000L;

    private Await() {
    }

    public static void until(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > LIMIT_NANOS) {
                fail("The condition did not come true within 30 s");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
