package org.espalier.api.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A model's computation as a SameDiff graph. The graph is described, never executed, by the model: a lease compiles it.
 * Parameters are the graph's trainable variables; the networks of one model for training and for evaluation name them alike,
 * and the arrays they carry in the training network are the initial values.
 *
 * @param graph   the graph; shapes are static
 * @param output  what predictions are read from, e.g. logits
 * @param loss    scalar to minimise, regularisation included; null in evaluation networks
 * @param inputs  values of placeholders that stay the same for all steps; fed once
 * @param watched values inside that an {@link org.espalier.api.inspection.Inspector} wants to see, by name
 */
public record Network(SameDiff graph, SDVariable output, SDVariable loss, Map<String, INDArray> inputs, Map<String, SDVariable> watched) {
    public Network {
        Objects.requireNonNull(graph, "graph");
        Objects.requireNonNull(output, "output");
        inputs = Map.copyOf(inputs);
        watched = Map.copyOf(watched);
    }

    /** A network of which nothing but the output is looked at. */
    public Network(SameDiff graph, SDVariable output, SDVariable loss, Map<String, INDArray> inputs) {
        this(graph, output, loss, inputs, Map.of());
    }

    /** This network, with values inside it to look at. */
    public Network watching(Map<String, SDVariable> values) {
        return new Network(graph, output, loss, inputs, values);
    }

    /** A network whose only inputs are its constants. */
    public static Network of(SDVariable output, SDVariable loss) {
        return new Network(output.getSameDiff(), output, loss, Map.of());
    }

    /** The values that the trainable variables carry, by name, in the order in which the graph declares them: where training starts. */
    public Map<String, INDArray> initialValues() {
        Map<String, INDArray> values = new LinkedHashMap<>();
        graph.variables().stream().filter(variable -> variable.getVariableType() == VariableType.VARIABLE)
                .forEach(variable -> values.put(variable.name(), variable.getArr()));
        return values;
    }
}
