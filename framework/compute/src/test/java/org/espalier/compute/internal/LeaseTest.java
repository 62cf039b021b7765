package org.espalier.compute.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.op.Loop;
import org.espalier.compute.internal.program.Holding;
import org.espalier.compute.internal.program.ParameterSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** What a lease does with the work it is given. */
@Timeout(60)
class LeaseTest {
    private final TestCompute compute = new TestCompute();

    @AfterEach
    void stop() {
        compute.close();
    }

    @Test
    void worksOnAThreadNamedByTheOwner() throws Exception {
        try (Lease lease = compute.lease("run 12")) {
            assertEquals("compute run 12", lease.call(() -> Thread.currentThread().getName()));
            assertEquals("compute run 12", lease.call(() -> lease.call(() -> Thread.currentThread().getName())), "a call within a call");
        }
    }

    @Test
    void refusesProgramsOnOtherThreads() throws Exception {
        try (Lease lease = compute.lease("run")) {
            Program program = lease.call(() -> TestCompute.doubled(lease, 3));

            assertTrue(assertThrows(IllegalStateException.class, program::run).getMessage().contains("compute thread"));
        }
    }

    @Test
    void computes() throws Exception {
        try (Lease lease = compute.lease("run")) {
            assertEquals(6.0, lease.call(() -> {
                Program program = TestCompute.doubled(lease, 1);
                program.feed("x", Nd4j.scalar(3f).reshape(1));
                program.run();
                return program.output("y").getDouble(0);
            }));
        }
    }

    @Test
    void passesTheWorksExceptionOn() throws Exception {
        try (Lease lease = compute.lease("run")) {
            assertEquals("oh", assertThrows(IOException.class, () -> lease.call(() -> {
                throw new IOException("oh");
            })).getMessage());
        }
    }

    @Test
    void cancelEndsARunWithin100Milliseconds() throws Exception {
        try (Lease lease = compute.lease("run")) {
            Program program = lease.call(() -> lease.compile(products(500)));
            Cancelling.assertEndsWithin100Milliseconds(lease, () -> {
                program.run();
                return null;
            });
            assertThrows(CancellationException.class, () -> lease.call(() -> 0));
        }
    }

    @Test
    void cancelEndsManySmallOpsWithin100Milliseconds() throws Exception {
        Cancelling.assertEndsSoonOnTheClock(() -> compute.lease("run"), lease -> () -> {
            Program program = lease.compile(small(400));
            while (true) {
                program.run();
            }
        });
    }

    @Test
    void cancelEndsALoopWithin100Milliseconds() throws Exception {
        Cancelling.assertEndsSoonOnTheClock(() -> compute.lease("run"), lease -> () -> {
            SameDiff graph = SameDiff.create();
            Loop.Result result = Loop.of(1 << 30, 1 << 30, List.of(graph.placeHolder("x", DataType.FLOAT, 16, 16)), List.of(), List.of(),
                    (states, slices, shared) -> List.of(graph(states).math.tanh(states.get(0).mmul(states.get(0)))));
            lease.compile(ProgramRequest.inference(lease.parameters(Map.of()), result.last().get(0))).run();
            return null;
        });
    }

    private static SameDiff graph(List<SDVariable> states) {
        return states.get(0).getSameDiff();
    }

    /** Matrix products of microseconds each, with an element-wise op between. */
    private static ProgramRequest small(int count) {
        SDVariable y = SameDiff.create().placeHolder("x", DataType.FLOAT, 8, 8);
        for (int i = 0; i < count; i++) {
            y = y.getSameDiff().math.tanh(y.mmul(y));
        }
        return ProgramRequest.inference(new ParameterSet(Map.of()), y);
    }

    /** Matrix products of some 3 ms each. */
    private static ProgramRequest products(int count) {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.placeHolder("x", DataType.FLOAT, 512, 512);
        SDVariable y = x;
        for (int i = 0; i < count; i++) {
            y = y.mmul(x);
        }
        return ProgramRequest.inference(new ParameterSet(Map.of()), y);
    }

    @Test
    void anInterruptedCallerEndsTheWorkButNotTheLease() throws Exception {
        try (Lease lease = compute.lease("run")) {
            CountDownLatch running = new CountDownLatch(1);
            CompletableFuture<Throwable> ended = new CompletableFuture<>();
            Thread caller = TestCompute.start(() -> ended.complete(assertThrows(InterruptedException.class, () -> lease.call(() -> TestCompute.runForEver(lease, running)))));
            running.await();

            caller.interrupt();

            ended.get(30, TimeUnit.SECONDS);
            assertEquals(1, lease.call(() -> 1));
        }
    }

    @Test
    void anInterruptedCallerLeavesTheWorkOfOthersAlone() throws Exception {
        try (ComputeLease lease = (ComputeLease) compute.lease("run")) {
            CountDownLatch running = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            CompletableFuture<Integer> other = new CompletableFuture<>();
            TestCompute.start(() -> other.complete(assertDoesNotThrow(() -> lease.call(() -> {
                running.countDown();
                go.await();
                lease.checkCancelled();
                return 1;
            }))));
            running.await();
            AtomicBoolean began = new AtomicBoolean();
            CompletableFuture<Throwable> ended = new CompletableFuture<>();
            Thread caller = TestCompute.start(() -> ended.complete(assertThrows(InterruptedException.class, () -> lease.call(() -> began.getAndSet(true)))));
            Await.until(() -> caller.getState() == Thread.State.WAITING);

            caller.interrupt();

            ended.get(30, TimeUnit.SECONDS);
            go.countDown();
            assertEquals(1, other.get(30, TimeUnit.SECONDS));
            assertEquals(2, lease.call(() -> 2));
            assertFalse(began.get(), "nobody waits for it any more");
        }
    }

    @Test
    void theDeviceIsGivenBackWhateverFailsToClose() throws Exception {
        ComputeLease lease = (ComputeLease) compute.lease("run");
        AtomicBoolean closed = new AtomicBoolean();
        lease.call(() -> lease.holdings().add(holding(() -> {
            throw new IllegalStateException("stuck");
        })));
        lease.call(() -> lease.holdings().add(holding(() -> closed.set(true))));

        lease.close();

        assertTrue(closed.get(), "the others are closed");
        assertEquals(List.of(), compute.service().queue());
    }

    private static Holding holding(Runnable close) {
        return new Holding() {
            @Override
            public long held() {
                return 1;
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }
}
