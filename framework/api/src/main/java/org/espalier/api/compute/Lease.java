package org.espalier.api.compute;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A share of a device. Giving it back releases every array and program made through it. {@link #device}, {@link #request}, {@link #call}, {@link #held}, {@link #cancel} and
 * {@link #close} may be called on any thread; the others on the compute thread only, so within {@link #call}: elsewhere, and when the lease has been given back, they throw an
 * {@link IllegalStateException}, and after {@link #cancel} a {@link java.util.concurrent.CancellationException}. The same work with the same number of threads gives the same bits.
 */
@ProviderType
public interface Lease extends AutoCloseable {
    /** The device of which this is a share. */
    Device device();

    /** What was asked for and granted. */
    LeaseRequest request();

    /**
     * Does work on this lease's compute thread and waits for it; work that others asked for before goes first. A call within a call is done at once.
     *
     * @return what the work returns
     * @throws java.util.concurrent.CancellationException if the lease was cancelled or given back
     * @throws InterruptedException                       if the caller was interrupted: the work is then cancelled and has ended, and the lease goes on
     * @throws Exception                                  what the work throws
     */
    <T> T call(Callable<T> work) throws Exception;

    /**
     * Parameters that several programs share and training changes in place.
     *
     * @param initial arrays of any shapes by name; they are copied
     * @throws org.espalier.api.error.InputException if there is too little memory, saying who holds how much
     */
    Parameters parameters(Map<String, INDArray> initial);

    /**
     * Makes a program that computes the outputs of the request from its placeholders and parameters.
     *
     * @throws IllegalArgumentException              if the graph cannot be compiled, naming the op, variable or shape
     * @throws org.espalier.api.error.InputException if there is too little memory, naming the variable and saying who holds how much
     */
    Program compile(ProgramRequest request);

    /**
     * Makes a program that also has gradients and an optimizer, whose state is its own.
     *
     * @param request names a loss and an optimizer; its parameters were made by a lease
     * @throws IllegalArgumentException              if the graph cannot be compiled or differentiated, naming the op, variable or shape
     * @throws org.espalier.api.error.InputException if there is too little memory, naming the variable and saying who holds how much
     */
    TrainingProgram compileTraining(ProgramRequest request);

    /**
     * The state of an optimizer that has done nothing yet, for {@link #compileTraining(ProgramRequest, OptimizerState)}.
     *
     * @param parameters made by a lease
     * @throws org.espalier.api.error.InputException if there is too little memory
     */
    OptimizerState optimizerState(Parameters parameters, Optimizer optimizer);

    /**
     * Makes a program that goes on with a training that others may step, too: one for each shape of a batch, see {@link ProgramCache}.
     *
     * @param request its parameters and optimizer are those of the state
     * @throws IllegalArgumentException              if they are not, or the graph cannot be compiled or differentiated
     * @throws org.espalier.api.error.InputException if there is too little memory
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

    /** Gives the lease back as soon as work in progress has ended, which is waited for unless this is called by that work. Closing twice does nothing. */
    @Override
    void close();
}
