package org.espalier.compute.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.management.Attribute;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.bytedeco.javacpp.Pointer;
import org.espalier.api.compute.Device;
import org.espalier.api.compute.Lease;
import org.espalier.api.compute.LeaseRequest;
import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramCache;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.UpdateRule;
import org.espalier.api.error.InputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

@Timeout(60)
class NativeComputeTest {
    private final Bundles bundles = new Bundles();
    private final NativeCompute compute = new NativeCompute(new CpuBackend(new Processor("test processor", 3, false), 1L << 32), new CudaDevices(() -> false, () -> null), bundles.context());

    @AfterEach
    void stop() {
        compute.deactivate();
    }

    @Test
    void tellsWhatTheDeviceIs() {
        Device device = compute.devices().get(0);

        assertEquals("cpu", device.id());
        assertEquals("test processor", device.name());
        assertEquals(3, device.threads());
        assertEquals(1L << 32, device.memory());
        assertEquals(Optional.empty(), device.unusable());
        assertEquals("nd4j-cpu 1.0.0-M2.1, OpenBLAS; float32 and float64, no bfloat16 or float16", device.backend());
    }

    @Test
    void refusesAnUnusableDeviceWithItsReason() {
        Device broken = new Device("cpu", "test", "test", 1, 1, Optional.of("it is broken."));
        NativeCompute without = new NativeCompute(() -> broken, new CudaDevices(() -> false, () -> null), bundles.context());

        InputException refusal = assertThrows(InputException.class, () -> without.lease("cpu", LeaseRequest.of("run 1", "p", 1, 0)));

        assertEquals("Device 'cpu' cannot be used for run 1: it is broken.", refusal.getMessage());
    }

    @Test
    void refusesAnUnknownDevice() {
        InputException refusal = assertThrows(InputException.class, () -> compute.lease("cuda:0", LeaseRequest.of("run 1", "p", 1, 0)));

        assertEquals("There is no device 'cuda:0' for run 1, only 'cpu'", refusal.getMessage());
    }

    @Test
    void worksOnAThreadNamedByTheOwner() throws Exception {
        try (Lease lease = lease("run 12")) {
            assertEquals("compute run 12", lease.call(() -> Thread.currentThread().getName()));
            assertEquals("compute run 12", lease.call(() -> lease.call(() -> Thread.currentThread().getName())), "a call within a call");
        }
    }

    @Test
    void refusesProgramsOnOtherThreads() throws Exception {
        try (Lease lease = lease("run")) {
            Program program = lease.call(() -> doubled(lease, 3));

            assertTrue(assertThrows(IllegalStateException.class, program::run).getMessage().contains("compute thread"));
        }
    }

    @Test
    void computes() throws Exception {
        try (Lease lease = lease("run")) {
            assertEquals(6.0, lease.call(() -> {
                Program program = doubled(lease, 1);
                program.feed("x", Nd4j.scalar(3f).reshape(1));
                program.run();
                return program.output("y").getDouble(0);
            }));
        }
    }

    @Test
    void passesTheWorksExceptionOn() throws Exception {
        try (Lease lease = lease("run")) {
            assertEquals("oh", assertThrows(IOException.class, () -> lease.call(() -> {
                throw new IOException("oh");
            })).getMessage());
        }
    }

    @Test
    void cancelEndsRunningWorkAtOnce() throws Exception {
        try (Lease lease = lease("run")) {
            CompletableFuture<Long> ended = new CompletableFuture<>();
            CountDownLatch running = new CountDownLatch(1);
            start(() -> {
                assertThrows(CancellationException.class, () -> lease.call(() -> runForEver(lease, running)));
                ended.complete(System.nanoTime());
            });
            running.await();

            long asked = System.nanoTime();
            lease.cancel();

            long millis = (ended.get(5, TimeUnit.SECONDS) - asked) / 1_000_000;
            assertTrue(millis < 100, "it took " + millis + " ms");
            assertThrows(CancellationException.class, () -> lease.call(() -> 0));
        }
    }

    @Test
    void anInterruptedCallerEndsTheWorkButNotTheLease() throws Exception {
        try (Lease lease = lease("run")) {
            CountDownLatch running = new CountDownLatch(1);
            CompletableFuture<Throwable> ended = new CompletableFuture<>();
            Thread caller = start(() -> ended.complete(assertThrows(InterruptedException.class, () -> lease.call(() -> runForEver(lease, running)))));
            running.await();

            caller.interrupt();

            ended.get(5, TimeUnit.SECONDS);
            assertEquals(1, lease.call(() -> 1));
        }
    }

    @Test
    void leasesOfAStoppedBundleEnd() throws Exception {
        Lease lease = compute.lease("cpu", LeaseRequest.of("run", "the.plugin", 1, 0));
        Lease other = compute.lease("cpu", LeaseRequest.of("other run", "another.plugin", 1, 0));
        CountDownLatch running = new CountDownLatch(1);
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        start(() -> ended.complete(assertThrows(CancellationException.class, () -> lease.call(() -> runForEver(lease, running)))));
        running.await();

        bundles.stop("the.plugin");

        ended.get(5, TimeUnit.SECONDS);
        Await.until(() -> compute.queue().size() == 1);
        assertEquals("other run", compute.queue().get(0).request().owner());
        other.close();
    }

    @Test
    void leasesOfANewVersionOutliveTheOldOne() throws Exception {
        Lease lease = compute.lease("cpu", LeaseRequest.of("run", "the.plugin", 1, 0));
        bundles.start("the.plugin");
        bundles.stop("the.plugin");
        assertEquals(1, lease.call(() -> 1));
        lease.close();
    }

    @Test
    void givesPlaceAndMemoryBack() throws Exception {
        Lease lease = lease("run");
        lease.call(() -> doubled(lease, 1000));
        assertEquals(lease.held(), compute.queue().get(0).held());
        assertTrue(lease.held() >= 8000, "two vectors of 1000 floats, not " + lease.held());

        lease.close();

        assertEquals(0, lease.held());
        assertEquals(List.of(), compute.queue());
    }

    @Test
    void closedProgramsFreeTheirNativeMemory() throws Exception {
        int floats = 1 << 24;
        try (Lease lease = lease("run")) {
            lease.call(() -> {
                doubled(lease, floats).close();
                long before = Pointer.physicalBytes();
                for (int i = 0; i < 20; i++) {
                    doubled(lease, floats).close();
                }
                long grown = Pointer.physicalBytes() - before;
                assertTrue(grown < 5L * floats * Float.BYTES, "20 programs of 128 MB were made and closed, and " + (grown >> 20) + " MB are still there");
                return null;
            });
        }
    }

    @Test
    void closedLeasesFreeTheirNativeMemory() throws Exception {
        // vectors above 32 MB, which the C library gives back to the system at once
        INDArray start = Nd4j.create(DataType.FLOAT, (1 << 23) + 1);
        train(start);
        long before = Pointer.physicalBytes();
        for (int i = 0; i < 8; i++) {
            train(start);
        }
        long grown = Pointer.physicalBytes() - before;
        assertTrue(grown < 5L << 25, "8 leases held 160 MB each, and " + (grown >> 20) + " MB are still there");
    }

    private void train(INDArray start) throws Exception {
        try (Lease lease = lease("run")) {
            lease.call(() -> {
                SameDiff graph = SameDiff.create();
                SDVariable loss = graph.math.square(graph.var("w", start)).sum();
                Parameters parameters = lease.parameters(Map.of("w", start));
                return lease.compileTraining(new ProgramRequest(graph, List.of(), Optional.of(loss.name()), parameters,
                        Optional.of(Optimizer.of(new UpdateRule.Adam(), 0.1)), 0)).step();
            });
        }
    }

    @Test
    void programsForManyShapesStayBounded() throws Exception {
        try (Lease lease = lease("run")) {
            lease.call(() -> {
                List<Integer> compiled = new ArrayList<>();
                ProgramCache<Integer, Program> cache = new ProgramCache<>(3, size -> {
                    compiled.add(size);
                    return doubled(lease, size);
                }, Program::close);
                for (int size : new int[] {1000, 2000, 1000, 3000, 1000, 4000, 1000, 2000}) {
                    cache.get(size).run();
                }
                assertEquals(List.of(1000, 2000, 3000, 4000, 2000), compiled, "the least recently used go");
                assertEquals(2 * Float.BYTES * (1000 + 4000 + 2000), lease.held(), "of each program input and output");
                return null;
            });
        }
    }

    @Test
    void leasesTogetherNeverUseMoreThreadsThanTheDeviceHas() throws Exception {
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<CompletableFuture<Void>> runs = new ArrayList<>();
        for (int threads : new int[] {2, 1, 2, 3, 1, 1, 1}) {
            runs.add(CompletableFuture.runAsync(() -> occupy(threads, working, most), task -> start(task)));
        }
        for (CompletableFuture<Void> run : runs) {
            run.get(30, TimeUnit.SECONDS);
        }
        assertEquals(3, most.get(), "of the device's three threads");
        assertEquals(0, working.get());
    }

    private void occupy(int threads, AtomicInteger working, AtomicInteger most) {
        try (ComputeLease lease = (ComputeLease) compute.lease("cpu", LeaseRequest.of(threads + " threads", "plugin", threads, 0))) {
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

    @Test
    void showsItsActivityToJmx() throws Exception {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("org.espalier:type=Compute");
        try (Lease lease = lease("run")) {
            lease.call(() -> {
                Program program = doubled(lease, 1000);
                program.run();
                program.run();
                return null;
            });
            assertEquals(List.of(1, 0, 8000L, 1L, 2L), beans.getAttributes(name, new String[] {"Leases", "Waiting", "HeldBytes", "ProgramsCompiled", "Runs"})
                    .asList().stream().map(Attribute::getValue).toList());
        }

        compute.deactivate();

        assertFalse(beans.isRegistered(name));
    }

    @Test
    void stopsListeningWhenItStops() {
        NativeCompute other = new NativeCompute(() -> null, new CudaDevices(() -> false, () -> null), bundles.context());
        int listeners = bundles.listeners();

        other.deactivate();

        assertEquals(listeners - 1, bundles.listeners());
    }

    private Lease lease(String owner) throws InterruptedException {
        return compute.lease("cpu", LeaseRequest.of(owner, "plugin", 1, 0));
    }

    private static Program doubled(Lease lease, int size) {
        SameDiff graph = SameDiff.create();
        SDVariable y = graph.placeHolder("x", DataType.FLOAT, size).mul(2).rename("y");
        return lease.compile(ProgramRequest.inference(lease.parameters(Map.<String, INDArray>of()), y));
    }

    private static Object runForEver(Lease lease, CountDownLatch running) {
        Program program = doubled(lease, 10);
        while (true) {
            program.run();
            running.countDown();
        }
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
