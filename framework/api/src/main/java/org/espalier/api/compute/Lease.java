package org.espalier.api.compute;

import java.util.Map;
import java.util.concurrent.Callable;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ProviderType;

/** A share of a device. Giving it back releases every array and program made through it. */
@ProviderType
public interface Lease extends AutoCloseable {
    Device device();

    LeaseRequest request();

    /**
     * Does work on this lease's compute thread and waits for it; the other methods may be called on that thread only.
     * Interrupting the caller cancels the work.
     *
     * @throws java.util.concurrent.CancellationException if the lease was cancelled
     */
    <T> T call(Callable<T> work) throws Exception;

    /** Parameters that several programs share and training changes in place; a copy of the arrays given. */
    Parameters parameters(Map<String, INDArray> initial);

    /** Makes a program that computes the outputs of the request from its placeholders and parameters. */
    Program compile(ProgramRequest request);

    /** Makes a program that also has gradients and an optimizer; the request names a loss and an optimizer. */
    TrainingProgram compileTraining(ProgramRequest request);

    /** Bytes held by this lease's programs and parameters. */
    long held();

    /** Ends running work within 100 ms; it sees a {@link java.util.concurrent.CancellationException}. */
    void cancel();

    @Override
    void close();
}
