package org.espalier.api.compute;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.espalier.api.model.Network;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * What to compile. A graph is one program's: programs for several shapes take graphs of their own.
 *
 * @param graph      the graph; for a training program it is extended by its gradient and belongs to the program from then on
 * @param outputs    names of the variables whose values can be read after a run
 * @param loss       name of the scalar to differentiate, of a floating-point type; empty for inference
 * @param parameters values of the graph's trainable variables, by name
 * @param optimizer  how gradients change the parameters; empty for inference
 * @param randomKey  key of the counter-based generator behind dropout; step and op are its counters
 */
public record ProgramRequest(SameDiff graph, List<String> outputs, Optional<String> loss, Parameters parameters, Optional<Optimizer> optimizer, long randomKey) {
    public ProgramRequest {
        Objects.requireNonNull(graph);
        outputs = List.copyOf(outputs);
        Objects.requireNonNull(parameters);
    }

    /** A program that computes a network's output. */
    public static ProgramRequest inference(Network network, Parameters parameters) {
        return inference(parameters, network.output());
    }

    /**
     * A program that computes some variables of one graph.
     *
     * @param outputs at least one
     */
    public static ProgramRequest inference(Parameters parameters, SDVariable... outputs) {
        return new ProgramRequest(outputs[0].getSameDiff(), List.of(outputs).stream().map(SDVariable::name).toList(), Optional.empty(), parameters, Optional.empty(), 0);
    }

    /** A program that trains a network's parameters. */
    public static ProgramRequest training(Network network, Parameters parameters, Optimizer optimizer, long randomKey) {
        return new ProgramRequest(network.graph(), List.of(network.output().name()), Optional.of(network.loss().name()), parameters, Optional.of(optimizer), randomKey);
    }

    /** A program that goes on with the training of a network's parameters, to be made with the same state. */
    public static ProgramRequest training(Network network, OptimizerState state, long randomKey) {
        return training(network, state.parameters(), state.optimizer(), randomKey);
    }

    /** A program that trains a network's parameters as an updater of ND4J does. */
    public static ProgramRequest training(Network network, Parameters parameters, IUpdater updater, long randomKey) {
        return training(network, parameters, Optimizer.of(updater), randomKey);
    }
}
