package org.espalier.testkit.internal;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.ScalarOp;

/** Turns a float32 graph into a float64 one: sources, the scalars that ops carry, and the types that follow. */
final class DoublePrecision {
    private final SameDiff graph;
    private final Set<String> done = new HashSet<>();

    private DoublePrecision(SameDiff graph) {
        this.graph = graph;
    }

    static void convert(SameDiff graph) {
        Map<String, DataType> types = new HashMap<>();
        for (SDVariable variable : graph.variables()) {
            if (variable.getVariableType() != VariableType.ARRAY && variable.dataType() == DataType.FLOAT) {
                types.put(variable.name(), DataType.DOUBLE);
            }
        }
        graph.convertDataTypes(types);
        new DoublePrecision(graph).propagate(graph.getOps().values());
    }

    /** SameDiff's own conversion does not reach every op, so all are visited again, inputs first. */
    private void propagate(Collection<SameDiffOp> ops) {
        Queue<SameDiffOp> waiting = new ArrayDeque<>(ops);
        for (int skipped = 0; !waiting.isEmpty() && skipped <= waiting.size(); skipped++) {
            SameDiffOp op = waiting.remove();
            if (inputs(op).stream().allMatch(this::isTyped)) {
                retype(op);
                skipped = -1;
            } else {
                waiting.add(op);
            }
        }
    }

    private void retype(SameDiffOp op) {
        DifferentialFunction function = op.getOp();
        if (function instanceof ScalarOp scalar && scalar.scalar() != null && scalar.scalar().dataType() == DataType.FLOAT) {
            scalar.setScalar(scalar.scalar().castTo(DataType.DOUBLE));
        }
        List<DataType> types = function.calculateOutputDataTypes(inputs(op).stream().map(name -> graph.getVariable(name).dataType()).toList());
        for (int i = 0; i < types.size(); i++) {
            graph.getVariable(op.getOutputsOfOp().get(i)).setDataType(types.get(i));
        }
        done.addAll(op.getOutputsOfOp());
    }

    private boolean isTyped(String variable) {
        return graph.getVariable(variable).getVariableType() != VariableType.ARRAY || done.contains(variable);
    }

    private static List<String> inputs(SameDiffOp op) {
        return op.getInputsToOp() == null ? List.of() : op.getInputsToOp();
    }
}
