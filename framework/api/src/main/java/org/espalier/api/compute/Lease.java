package org.espalier.api.compute;

import java.util.Map;
import java.util.Optional;
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

    /** Makes a program that also has gradients and an optimizer, whose state is its own; the request names a loss and an optimizer. */
    TrainingProgram compileTraining(ProgramRequest request);

    /** The state of an optimizer that has done nothing yet, for {@link #compileTraining(ProgramRequest, OptimizerState)}. */
    OptimizerState optimizerState(Parameters parameters, Optimizer optimizer);

    /**
     * Makes a program that goes on with a training that others may step, too: one for each shape of a batch, see {@link ProgramCache}.
     *
     * @param request its parameters and optimizer are those of the state
     */
    TrainingProgram compileTraining(ProgramRequest request, OptimizerState state);

    /** Bytes held by this lease's programs and parameters. */
    long held();

    /** Where the time went so far; empty unless {@link Diagnostic#PROFILE} was asked for. Multiplies large matrices for comparison, so it takes some 50 ms. */
    default Optional<Profile> profile() {
        return Optional.empty();
    }

    /**
     * Ends running work, which sees a {@link java.util.concurrent.CancellationException}: after the op that a program computes or compiles just now, so within
     * 100 ms unless one op alone takes longer.
     */
    void cancel();

    @Override
    void close();
}
