package org.espalier.api.compute.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * One step of a {@link Loop} as a graph of its own; the names are of its placeholders and, for {@code next}, of what it computes.
 *
 * @param graph  the graph
 * @param states the states before the step
 * @param slices this step's slices of the sequences
 * @param shared what is the same in all steps
 * @param next   the states after the step
 */
public record LoopBody(SameDiff graph, List<String> states, List<String> slices, List<String> shared, List<String> next) {

    static LoopBody of(List<SDVariable> states, List<SDVariable> sequences, List<SDVariable> shared, Loop.Step step) {
        SameDiff graph = SameDiff.create();
        List<SDVariable> before = placeholders(graph, "state", states, 0);
        List<SDVariable> slices = placeholders(graph, "slice", sequences, 1);
        List<SDVariable> same = placeholders(graph, "shared", shared, 0);
        List<SDVariable> next = step.next(before, slices, same);
        if (next.size() != states.size()) {
            throw new IllegalArgumentException("A loop of " + states.size() + " states needs a step that returns as many, not " + next.size());
        }
        next.forEach(variable -> requireOf(graph, variable));
        return new LoopBody(graph, names(before), names(slices), names(same), names(next));
    }

    private static List<SDVariable> placeholders(SameDiff graph, String kind, List<SDVariable> like, int dropped) {
        List<SDVariable> made = new ArrayList<>();
        for (SDVariable variable : like) {
            long[] shape = variable.getShape();
            long[] known = shape == null || shape.length < dropped ? null : Arrays.copyOfRange(shape, dropped, shape.length);
            made.add(graph.placeHolder(kind + made.size(), variable.dataType(), known));
        }
        return made;
    }

    private static void requireOf(SameDiff graph, SDVariable variable) {
        if (variable.getSameDiff() != graph) {
            throw new IllegalArgumentException("The step of a loop returns variable '" + variable.name()
                    + "' of the graph around it. A step uses only what it is given: pass the variable among the shared ones");
        }
    }

    private static List<String> names(List<SDVariable> variables) {
        return variables.stream().map(SDVariable::name).toList();
    }
}
