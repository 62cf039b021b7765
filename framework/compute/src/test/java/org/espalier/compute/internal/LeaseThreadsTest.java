package org.espalier.compute.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.LeaseRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads that leases share. */
@Timeout(60)
class LeaseThreadsTest {
    /** Of services that other tests have. */
    private final Set<Thread> others = Thread.getAllStackTraces().keySet();
    private final TestCompute compute = new TestCompute();

    @AfterEach
    void stop() {
        compute.close();
    }

    @Test
    void leasesTogetherNeverUseMoreThreadsThanTheDeviceHas() throws Exception {
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<CompletableFuture<Void>> runs = new ArrayList<>();
        for (int threads : new int[] {2, 1, 2, 3, 1, 1, 1}) {
            runs.add(CompletableFuture.runAsync(() -> occupy(threads, working, most), task -> TestCompute.start(task)));
        }
        for (CompletableFuture<Void> run : runs) {
            run.get(30, TimeUnit.SECONDS);
        }
        assertEquals(3, most.get(), "of the device's three threads");
        assertEquals(0, working.get());
    }

    @Test
    void helpersAreLentAgainAndNotMadeAnew() throws Exception {
        occupy(3, new AtomicInteger(), new AtomicInteger());
        Set<Thread> first = helpers();
        for (int threads : new int[] {2, 3, 1, 2, 3}) {
            occupy(threads, new AtomicInteger(), new AtomicInteger());
            assertEquals(first, helpers());
        }
        assertEquals(2, first.size());
    }

    @Test
    void helpersAreNamedByTheLeaseTheyWorkFor() throws Exception {
        occupy(3, new AtomicInteger(), new AtomicInteger());
        try (Lease lease = compute.lease(LeaseRequest.of("run 7", "plugin", 2, 0))) {
            assertEquals(Set.of("compute run 7 helper 1", "compute helper"), helpers().stream().map(Thread::getName).collect(Collectors.toSet()), lease.request()::toString);
        }
    }

    @Test
    void helpersEndWithTheService() throws Exception {
        Lease lease = compute.lease(LeaseRequest.of("run", "plugin", 2, 0));
        occupy(1, new AtomicInteger(), new AtomicInteger());
        Set<Thread> helpers = helpers();
        assertEquals(1, helpers.size());

        compute.close();
        lease.close();

        Await.until(() -> helpers.stream().noneMatch(Thread::isAlive));
    }

    private Set<Thread> helpers() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().contains("helper") && !others.contains(thread)).collect(Collectors.toSet());
    }

    private void occupy(int threads, AtomicInteger working, AtomicInteger most) {
        try (ComputeLease lease = (ComputeLease) compute.lease(LeaseRequest.of(threads + " threads", "plugin", threads, 0))) {
            CyclicBarrier together = new CyclicBarrier(threads);
            lease.call(() -> {
                for (int round = 0; round < 20; round++) {
                    lease.team().run(part -> {
                        most.accumulateAndGet(working.incrementAndGet(), Math::max);
                        meet(together);
                        working.decrementAndGet();
                    });
                }
                return null;
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
