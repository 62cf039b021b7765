package org.espalier.api.compute.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A step done many times: an ODE solver, a recurrent network. The step is compiled once, forward and backward, and run over buffers that are
 * there from the start. The gradient goes back through all steps; it starts from the states that {@link Result#path} keeps, every
 * {@code every}-th, and computes those between them again, so that memory grows with the states kept and not with the graph of a step.
 * With {@code every} near the root of the number of steps it is least; with 1 it is fastest, as no state needs to be computed again.
 *
 * <pre>{@code
 * // Euler's method for dy/dt = f(y, W), y [batch, d], 100 steps of size h, keeping every tenth state
 * Loop.Result solved = Loop.of(100, 10, List.of(y0), List.of(), List.of(w),
 *         (states, slices, shared) -> List.of(states.get(0).add(f(states.get(0), shared.get(0)).mul(h))));
 * SDVariable path = solved.path().get(0); // [10, batch, d]
 * }</pre>
 */
public final class Loop extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_loop";

    private final LoopBody body;
    private final int steps;
    private final int every;

    /** One step. It is called once, to build a graph of its own, and may use only what it is given and constants that it makes in that graph. */
    @FunctionalInterface
    public interface Step {
        /**
         * Returns the states after the step, in the order and of the shapes of those before.
         *
         * @param states of the shapes of the loop's
         * @param slices one slice of each sequence, without its first dimension
         * @param shared as the loop was given
         */
        List<SDVariable> next(List<SDVariable> states, List<SDVariable> slices, List<SDVariable> shared);
    }

    /**
     * What a loop gives, state by state.
     *
     * @param last the states after the last step
     * @param path the states after every {@code every}-th step: [steps / every, ...]
     */
    public record Result(List<SDVariable> last, List<SDVariable> path) {
    }

    private Loop(SameDiff graph, SDVariable[] inputs, LoopBody body, int steps, int every) {
        super(graph, inputs);
        this.body = body;
        this.steps = steps;
        this.every = every;
    }

    /**
     * Runs a step again and again.
     *
     * @param steps     how often, at least 1
     * @param every     which states are kept, 1 to {@code steps}
     * @param states    states before the first step, at least one, all of one floating-point type
     * @param sequences arrays of shape [steps, ...]: the i-th step is given the i-th slice
     * @param shared    what all steps are given
     * @param step      called once, before this returns
     * @throws IllegalArgumentException if the numbers are outside of their ranges, states differ in type, or the step returns another number of states or uses a variable it was
     *                                  not given. Other shapes of states after a step, and sequences of another length, are refused in the same way when the graph is compiled
     */
    public static Result of(int steps, int every, List<SDVariable> states, List<SDVariable> sequences, List<SDVariable> shared, Step step) {
        if (steps < 1 || every < 1 || every > steps || states.isEmpty()) {
            throw new IllegalArgumentException("A loop needs a state and at least one step, and keeps every first to every last state, not every " + every + "th of " + steps
                    + " with " + states.size() + " states");
        }
        DataType type = states.get(0).dataType();
        if (!type.isFPType() || states.stream().anyMatch(state -> state.dataType() != type)) {
            throw new IllegalArgumentException("The states of a loop must all be of one floating-point type, not " + states.stream().map(SDVariable::dataType).toList());
        }
        SDVariable[] inputs = Stream.of(states, sequences, shared).flatMap(List::stream).toArray(SDVariable[]::new);
        SDVariable[] outputs = new Loop(inputs[0].getSameDiff(), inputs, LoopBody.of(states, sequences, shared, step), steps, every).outputVariables();
        return new Result(List.of(outputs).subList(0, states.size()), List.of(outputs).subList(states.size(), outputs.length));
    }

    /** The step. */
    public LoopBody body() {
        return body;
    }

    /** Number of steps. */
    public int steps() {
        return steps;
    }

    /** Which states are kept. */
    public int every() {
        return every;
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public int getNumOutputs() {
        return 2 * body.states().size();
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        return inputs.get(0);
    }

    @Override
    public List<long[]> outputShapes(List<long[]> inputs) {
        int states = body.states().size();
        for (int sequence = states; sequence < states + body.slices().size(); sequence++) {
            long[] shape = inputs.get(sequence);
            if (shape.length == 0 || shape[0] != steps) {
                throw new IllegalArgumentException("A loop of " + steps + " steps needs sequences of shape [" + steps + ", ...], not " + Arrays.toString(shape));
            }
        }
        List<long[]> shapes = new ArrayList<>(inputs.subList(0, states));
        inputs.subList(0, states).forEach(state -> shapes.add(path(state)));
        return shapes;
    }

    private long[] path(long[] state) {
        long[] path = new long[state.length + 1];
        path[0] = steps / every;
        System.arraycopy(state, 0, path, 1, state.length);
        return path;
    }

    /** @param gradients one for each output; null where there is none */
    @Override
    public List<SDVariable> doDiff(List<SDVariable> gradients) {
        List<SDVariable> path = Arrays.asList(outputVariables()).subList(body.states().size(), getNumOutputs());
        return LoopGradient.of(this, Arrays.asList(args()), path, gradients);
    }
}
