package org.espalier.core.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StopSignalTest {
    private final StopSignal signal = new StopSignal();

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void interruptsLongWork() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<Boolean> work = new FutureTask<>(() -> signal.interruptible(() -> waitForever(begun)));
        new Thread(work).start();
        begun.await();
        signal.stop();
        assertInstanceOf(InterruptedException.class, assertThrows(ExecutionException.class, work::get).getCause());
    }

    @Test
    void doesNotBeginWorkAfterAStop() {
        signal.stop();
        assertThrows(InterruptedException.class, () -> signal.interruptible(() -> 1));
    }

    @Test
    void leavesTheThreadAsItWas() throws InterruptedException {
        assertEquals(1, signal.interruptible(() -> 1));
        signal.stop();
        assertFalse(Thread.currentThread().isInterrupted());
    }

    private static boolean waitForever(CountDownLatch begun) {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
            return true;
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted");
        }
    }
}
