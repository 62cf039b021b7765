package org.espalier.compute.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.management.Attribute;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.espalier.api.compute.Device;
import org.espalier.api.compute.Lease;
import org.espalier.api.compute.LeaseRequest;
import org.espalier.api.compute.Program;
import org.espalier.api.error.InputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NativeComputeTest {
    private final TestCompute compute = new TestCompute();

    @AfterEach
    void stop() {
        compute.close();
    }

    @Test
    void tellsWhatTheDeviceIs() {
        Device device = compute.service().devices().get(0);

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
        NativeCompute without = new NativeCompute(() -> broken, new CudaDevices(() -> false, () -> null), compute.bundles().context());

        InputException refusal = assertThrows(InputException.class, () -> without.lease("cpu", LeaseRequest.of("run 1", "p", 1, 0)));

        assertEquals("Device 'cpu' cannot be used for run 1: it is broken.", refusal.getMessage());
    }

    @Test
    void refusesAnUnknownDevice() {
        InputException refusal = assertThrows(InputException.class, () -> compute.service().lease("cuda:0", LeaseRequest.of("run 1", "p", 1, 0)));

        assertEquals("There is no device 'cuda:0' for run 1, only 'cpu'", refusal.getMessage());
    }

    @Test
    void leasesOfAStoppedBundleEnd() throws Exception {
        Lease lease = compute.lease(LeaseRequest.of("run", "the.plugin", 1, 0));
        Lease other = compute.lease(LeaseRequest.of("other run", "another.plugin", 1, 0));
        CountDownLatch running = new CountDownLatch(1);
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        TestCompute.start(() -> ended.complete(assertThrows(CancellationException.class, () -> lease.call(() -> TestCompute.runForEver(lease, running)))));
        running.await();

        compute.bundles().stop("the.plugin");

        ended.get(30, TimeUnit.SECONDS);
        Await.until(() -> compute.service().queue().size() == 1);
        assertEquals("other run", compute.service().queue().get(0).request().owner());
        other.close();
    }

    @Test
    void leasesOfANewVersionOutliveTheOldOne() throws Exception {
        Lease lease = compute.lease(LeaseRequest.of("run", "the.plugin", 1, 0));
        compute.bundles().start("the.plugin");
        compute.bundles().stop("the.plugin");
        assertEquals(1, lease.call(() -> 1));
        lease.close();
    }

    @Test
    void showsItsActivityToJmx() throws Exception {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("org.espalier:type=Compute");
        try (Lease lease = compute.lease(LeaseRequest.of("run", "plugin", 2, 0))) {
            lease.call(() -> {
                Program program = TestCompute.doubled(lease, 1000);
                program.run();
                program.run();
                return null;
            });
            assertEquals(List.of(1, 0, 2, 1, 8000L, 1L, 2L), beans.getAttributes(name, new String[] {"Leases", "Waiting", "Threads", "Helpers", "HeldBytes", "ProgramsCompiled", "Runs"})
                    .asList().stream().map(Attribute::getValue).toList());
        }

        compute.close();

        assertFalse(beans.isRegistered(name));
    }

    @Test
    void stopsListeningWhenItStops() {
        NativeCompute other = new NativeCompute(() -> null, new CudaDevices(() -> false, () -> null), compute.bundles().context());
        int listeners = compute.bundles().listeners();

        other.deactivate();

        assertEquals(listeners - 1, compute.bundles().listeners());
    }

    @Test
    void aLeaseGrantedWhileItsBundleStopsEndsAtOnce() throws Exception {
        Device device = compute.service().devices().get(0);
        LeaseQueue places = new LeaseQueue(device, Clock.systemUTC());
        Ticket ticket = places.enter(LeaseRequest.of("run 1", "the.plugin", 1, 0));
        places.expel("the.plugin");

        String message = assertThrows(CancellationException.class, () -> compute.service().grant(places, ticket, device)).getMessage();

        assertEquals("Bundle 'the.plugin' stopped while run 1 waited for device 'cpu'", message);
        Await.until(() -> places.status().isEmpty());
    }
}
