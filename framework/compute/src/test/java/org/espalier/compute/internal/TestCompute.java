package org.espalier.compute.internal;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.LeaseRequest;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramRequest;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A compute service with a device of three threads, among bundles that a test starts and stops. */
final class TestCompute implements AutoCloseable {
    static final int THREADS = 3;
    static final long MEMORY = 1L << 32;

    private final Bundles bundles = new Bundles();
    private final NativeCompute service = new NativeCompute(new CpuBackend(new Processor("test processor", THREADS, false), MEMORY), new CudaDevices(() -> false, () -> null), bundles.context());

    NativeCompute service() {
        return service;
    }

    Bundles bundles() {
        return bundles;
    }

    Lease lease(String owner) throws InterruptedException {
        return lease(LeaseRequest.of(owner, "plugin", 1, 0));
    }

    Lease lease(LeaseRequest request) throws InterruptedException {
        return service.lease("cpu", request);
    }

    /** A program that doubles a vector x and calls it y. */
    static Program doubled(Lease lease, int size) {
        SameDiff graph = SameDiff.create();
        SDVariable y = graph.placeHolder("x", DataType.FLOAT, size).mul(2).rename("y");
        return lease.compile(ProgramRequest.inference(lease.parameters(Map.<String, INDArray>of()), y));
    }

    /** Runs a program again and again. */
    static Object runForEver(Lease lease, CountDownLatch running) {
        Program program = doubled(lease, 10);
        while (true) {
            program.run();
            running.countDown();
        }
    }

    /** Work on a thread that does not outlive the test run. */
    static Thread start(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() {
        service.deactivate();
    }
}
