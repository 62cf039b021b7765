package org.espalier.compute.internal.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A graph of random ops over small matrices in double precision.
 *
 * @param seed  what it was made from, and the values of its parameters
 * @param nodes each after those it reads
 */
record RandomGraph(long seed, List<Node> nodes) {

    /**
     * A value of the graph.
     *
     * @param op     null for a parameter
     * @param inputs places of the nodes it reads
     * @param shape  rows and columns
     */
    record Node(RandomOp op, List<Integer> inputs, List<Integer> shape) {
        @Override
        public String toString() {
            return (op == null ? "parameter" : op) + (inputs.isEmpty() ? "" : " of " + inputs) + " " + shape;
        }
    }

    /** The same seed gives the same graph. */
    static RandomGraph of(long seed, int size) {
        Random random = new Random(seed);
        List<Node> nodes = new ArrayList<>();
        nodes.add(parameter(2 + random.nextInt(4), 2 + random.nextInt(4)));
        while (nodes.size() < size) {
            int x = Math.max(random.nextInt(nodes.size()), random.nextInt(nodes.size()));
            List<Integer> shape = nodes.get(x).shape();
            RandomOp op = RandomOp.values()[random.nextInt(RandomOp.values().length)];
            if (!op.takes(shape)) {
                continue;
            }
            if (op.arguments() == 1) {
                nodes.add(new Node(op, List.of(x), op.shape(shape, null)));
                continue;
            }
            List<Integer> wanted = op.partner(shape, random);
            List<Integer> there = new ArrayList<>();
            for (int i = 0; i < nodes.size(); i++) {
                if (nodes.get(i).shape().equals(wanted)) {
                    there.add(i);
                }
            }
            if (there.isEmpty() || random.nextInt(4) == 0) {
                there = List.of(nodes.size());
                nodes.add(parameter(wanted.get(0), wanted.get(1)));
            }
            int y = there.get(random.nextInt(there.size()));
            nodes.add(new Node(op, List.of(x, y), op.shape(shape, wanted)));
        }
        return new RandomGraph(seed, nodes);
    }

    private static Node parameter(int rows, int columns) {
        return new Node(null, List.of(), List.of(rows, columns));
    }

    /** Adds it to {@code graph}: parameters {@code p0}, {@code p1}, …, and a loss that weighs what nobody reads. */
    SDVariable build(SameDiff graph) {
        List<SDVariable> values = new ArrayList<>();
        boolean[] read = new boolean[nodes.size()];
        for (Node node : nodes) {
            SDVariable value = node.op() == null ? graph.var("p" + values.size(), random(values.size(), node.shape()))
                    : node.op().apply(graph, node.inputs().stream().map(values::get).toList());
            node.inputs().forEach(input -> read[input] = true);
            values.add(value);
        }
        SDVariable loss = graph.constant(Nd4j.scalar(DataType.DOUBLE, 0));
        for (int i = 0; i < read.length; i++) {
            if (!read[i]) {
                SDVariable value = values.get(i);
                loss = loss.add(value.mul(value).mul(0.5).add(value.mul(0.3)).mean());
            }
        }
        return loss.rename("loss");
    }

    private INDArray random(int node, List<Integer> shape) {
        Random random = new Random(seed * 31 + node);
        return Nd4j.createFromArray(random.doubles((long) shape.get(0) * shape.get(1), -0.9, 0.9).toArray()).reshape(shape.get(0), shape.get(1));
    }

    /** Whether an op is among the nodes. */
    boolean has(Predicate<RandomOp> op) {
        return nodes.stream().anyMatch(node -> node.op() != null && op.test(node.op()));
    }

    /** A graph that fails as this does, from which nothing can be left out. */
    RandomGraph shrunk(Predicate<RandomGraph> fails) {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            for (RandomGraph smaller : List.of(upTo(i), withParameterAt(i))) {
                if (smaller.weight() < weight() && fails.test(smaller)) {
                    return smaller.shrunk(fails);
                }
            }
        }
        return this;
    }

    private int weight() {
        return nodes.stream().mapToInt(node -> node.op() == null ? 1 : 2).sum();
    }

    private RandomGraph upTo(int last) {
        return new RandomGraph(seed, nodes.subList(0, last + 1)).withoutUnread();
    }

    private RandomGraph withParameterAt(int place) {
        List<Node> changed = new ArrayList<>(nodes);
        changed.set(place, parameter(nodes.get(place).shape().get(0), nodes.get(place).shape().get(1)));
        return new RandomGraph(seed, changed).withoutUnread();
    }

    /** Without the nodes that the last does not need. */
    private RandomGraph withoutUnread() {
        boolean[] needed = new boolean[nodes.size()];
        needed[needed.length - 1] = true;
        for (int i = needed.length - 1; i >= 0; i--) {
            if (needed[i]) {
                nodes.get(i).inputs().forEach(input -> needed[input] = true);
            }
        }
        int[] places = new int[needed.length];
        Arrays.setAll(places, i -> i);
        List<Node> kept = new ArrayList<>();
        for (int i = 0; i < needed.length; i++) {
            if (needed[i]) {
                Node node = nodes.get(i);
                places[i] = kept.size();
                kept.add(new Node(node.op(), node.inputs().stream().map(input -> places[input]).toList(), node.shape()));
            }
        }
        return new RandomGraph(seed, kept);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("graph of seed ").append(seed).append(':');
        for (int i = 0; i < nodes.size(); i++) {
            text.append("\n  ").append(i).append(": ").append(nodes.get(i));
        }
        return text.toString();
    }
}
