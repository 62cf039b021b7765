package org.espalier.compute.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.bytedeco.javacpp.Pointer;
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

/** What leases hold, and that they give it back. */
@Timeout(60)
class LeaseMemoryTest {
    private static final int SMALL_LEASES = 160;
    /** Bytes of a lease. */
    private static final long LEAK = (1 << 20) / 8;

    private final TestCompute compute = new TestCompute();

    @AfterEach
    void stop() {
        compute.close();
    }

    @Test
    void givesPlaceAndMemoryBack() throws Exception {
        Lease lease = compute.lease("run");
        lease.call(() -> TestCompute.doubled(lease, 1000));
        assertEquals(lease.held(), compute.service().queue().get(0).held());
        assertTrue(lease.held() >= 8000, "two vectors of 1000 floats, not " + lease.held());

        lease.close();

        assertEquals(0, lease.held());
        assertEquals(List.of(), compute.service().queue());
    }

    @Test
    void closedProgramsFreeTheirNativeMemory() throws Exception {
        int floats = 1 << 24;
        try (Lease lease = compute.lease("run")) {
            lease.call(() -> {
                TestCompute.doubled(lease, floats).close();
                long before = Pointer.physicalBytes();
                for (int i = 0; i < 20; i++) {
                    TestCompute.doubled(lease, floats).close();
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

    /** Many small leases: a leak of 1 MB in 8 of them would be 20 MB. What the JVM itself takes meanwhile comes and goes, a leak shows every time. */
    @Test
    void smallLeasesLeaveNothingBehind() throws Exception {
        INDArray start = Nd4j.create(DataType.FLOAT, 1 << 16);
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5 && least > SMALL_LEASES * LEAK / 3; attempt++) {
            long before = Pointer.physicalBytes();
            for (int i = 0; i < SMALL_LEASES; i++) {
                train(start);
            }
            least = Math.min(least, Pointer.physicalBytes() - before);
        }
        assertTrue(least < SMALL_LEASES * LEAK / 3, SMALL_LEASES + " leases left " + (least >> 10) + " kB");
    }

    private void train(INDArray start) throws Exception {
        try (Lease lease = compute.lease("run")) {
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
        try (Lease lease = compute.lease("run")) {
            lease.call(() -> {
                List<Integer> compiled = new ArrayList<>();
                ProgramCache<Integer, Program> cache = new ProgramCache<>(3, size -> {
                    compiled.add(size);
                    return TestCompute.doubled(lease, size);
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
    void leasesTogetherHoldNoMoreThanThereIs() throws Exception {
        LeaseRequest request = LeaseRequest.of("run", "plugin", 1, 0);
        try (ComputeLease one = (ComputeLease) compute.lease(request); ComputeLease other = (ComputeLease) compute.lease(request)) {
            one.budget().take("most", TestCompute.MEMORY - 10);

            assertThrows(InputException.class, () -> other.budget().take("too much", 11), "although both leases were asked for by one request");

            other.budget().take("the rest", 10);
            one.budget().giveBack(TestCompute.MEMORY - 10);
            other.budget().giveBack(10);
        }
    }

    @Test
    void leasesThatTakeAtTheSameTimeHoldNoMoreThanThereIs() {
        DeviceMemory memory = new DeviceMemory(1000);
        assertEquals(333, IntStream.range(0, 4000).parallel().filter(i -> memory.take(3)).count());
        memory.giveBack(2);
        assertTrue(memory.take(3), "the last bytes too");
        assertFalse(memory.take(1));
    }
}
