package org.espalier.compute.internal.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.ops.custom.Invoke;
import org.nd4j.linalg.api.ops.impl.controlflow.compat.BaseCompatOp;
import org.nd4j.linalg.api.ops.impl.shape.tensorops.BaseTensorOp;

/** The ops that some variables need, each after the ops it needs itself. Every other op of the graph is left out. */
public final class Order {
    private final SameDiff graph;
    private final List<SameDiffOp> ops = new ArrayList<>();
    private final Set<String> placed = new HashSet<>();
    private final Deque<SameDiffOp> open = new ArrayDeque<>();

    private Order(SameDiff graph) {
        this.graph = graph;
    }

    /** The needs of the first variable come first, then what the second needs more, and so on: a shorter list of variables gives a prefix. */
    public static List<SameDiffOp> of(SameDiff graph, Collection<String> variables) {
        Order order = new Order(graph);
        variables.forEach(order::add);
        return order.ops;
    }

    private void add(String variable) {
        open(variable);
        while (!open.isEmpty()) {
            SameDiffOp top = open.peek();
            int before = open.size();
            if (!placed.contains(top.getName())) {
                inputs(top).forEach(this::open);
            }
            if (open.size() == before) {
                place(open.pop());
            }
        }
    }

    private void open(String variable) {
        DifferentialFunction producer = graph.getVariableOutputOp(variable);
        if (producer != null && !placed.contains(producer.getOwnName())) {
            SameDiffOp op = graph.getOps().get(producer.getOwnName());
            refuseControlFlow(op);
            open.push(op);
        }
    }

    private void place(SameDiffOp op) {
        if (placed.add(op.getName())) {
            ops.add(op);
        }
    }

    /** Names of the variables an op reads; empty for ops without. */
    static List<String> inputs(SameDiffOp op) {
        return op.getInputsToOp() == null ? List.of() : op.getInputsToOp();
    }

    private static void refuseControlFlow(SameDiffOp node) {
        DifferentialFunction op = node.getOp();
        if (op instanceof BaseCompatOp || op instanceof BaseTensorOp || op instanceof Invoke) {
            throw new IllegalArgumentException("Op '" + op.opName() + "' of variable '" + node.getOutputsOfOp().get(0)
                    + "' cannot be compiled: a program is a straight line without loops, conditions and tensor lists. Compile the body and loop over it");
        }
    }
}
