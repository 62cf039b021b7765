package org.espalier.compute.internal.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.espalier.api.compute.op.Loop;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Reverse-mode differentiation: walks the ops from the loss backwards and lets each extend the graph by its gradient. Done here
 * because SameDiff's own way copies every op by serialisation, which graph ops of ours cannot survive.
 */
public final class Gradients {
    private final SameDiff graph;
    private final Set<String> wanted;
    private final GradientRules rules;
    private final Map<String, SDVariable> gradients = new HashMap<>();

    private Gradients(SameDiff graph, Map<String, SDVariable> seeds, Set<String> wanted, GradientRules rules) {
        this.graph = graph;
        this.wanted = wanted;
        this.rules = rules;
        gradients.putAll(seeds);
    }

    /**
     * Extends the graph by the gradient of {@code loss}.
     *
     * @return names of the gradients by parameter; parameters that the loss does not depend on are absent
     * @throws IllegalArgumentException if an op on the way has no gradient, naming it and its variable
     */
    public static Map<String, String> of(SameDiff graph, String loss, Collection<String> parameters) {
        SDVariable one = graph.constant(Nd4j.scalar(graph.getVariable(loss).dataType(), 1));
        return of(graph, Map.of(loss, one), parameters, new GradientRules(one));
    }

    /**
     * Extends the graph by the gradient of something that is computed from some of its variables.
     *
     * @param seeds the gradients by these variables
     * @return names of the gradients by parameter; parameters that these variables do not depend on are absent
     */
    public static Map<String, String> of(SameDiff graph, Map<String, SDVariable> seeds, Collection<String> parameters) {
        return of(graph, seeds, parameters, new GradientRules(null));
    }

    private static Map<String, String> of(SameDiff graph, Map<String, SDVariable> seeds, Collection<String> parameters, GradientRules rules) {
        List<SameDiffOp> forward = Order.of(graph, seeds.keySet());
        Gradients backward = new Gradients(graph, seeds, dependents(graph, forward, parameters), rules);
        for (int i = forward.size() - 1; i >= 0; i--) {
            backward.visit(forward.get(i));
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (String parameter : parameters) {
            if (backward.gradients.containsKey(parameter)) {
                names.put(parameter, backward.gradients.get(parameter).name());
            }
        }
        return names;
    }

    /** The floating-point variables through which a change of the parameters reaches the loss. */
    private static Set<String> dependents(SameDiff graph, List<SameDiffOp> forward, Collection<String> parameters) {
        Set<String> dependents = new HashSet<>(parameters);
        for (SameDiffOp op : forward) {
            if (Order.inputs(op).stream().anyMatch(dependents::contains)) {
                op.getOutputsOfOp().stream().filter(output -> graph.getVariable(output).dataType().isFPType()).forEach(dependents::add);
            }
        }
        return dependents;
    }

    private void visit(SameDiffOp node) {
        boolean useful = node.getOutputsOfOp().stream().anyMatch(gradients::containsKey) && Order.inputs(node).stream().anyMatch(wanted::contains);
        if (useful) {
            List<SDVariable> ofOutputs = new ArrayList<>();
            node.getOutputsOfOp().forEach(output -> ofOutputs.add(node.getOp() instanceof Loop ? gradients.get(output) : gradientOrZero(output)));
            List<SDVariable> ofInputs = differentiate(node, ofOutputs);
            for (int i = 0; i < ofInputs.size() && i < node.getInputsToOp().size(); i++) {
                accumulate(node.getInputsToOp().get(i), ofInputs.get(i));
            }
        }
    }

    private SDVariable gradientOrZero(String output) {
        SDVariable variable = graph.getVariable(output);
        if (!variable.dataType().isFPType()) {
            return null;
        }
        return gradients.computeIfAbsent(output, absent -> graph.zerosLike(variable));
    }

    private List<SDVariable> differentiate(SameDiffOp node, List<SDVariable> ofOutputs) {
        try {
            return rules.differentiate(node.getOp(), ofOutputs);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("Op '" + node.getOp().opName() + "' of variable '" + node.getOutputsOfOp().get(0)
                    + "' has no gradient, but the loss depends on trainable variables through it: " + e.getMessage(), e);
        }
    }

    private void accumulate(String input, SDVariable gradient) {
        if (wanted.contains(input) && gradient != null) {
            gradients.merge(input, gradient, SDVariable::add);
        }
    }
}
