package org.espalier.compute.internal.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A graph of random ops over small arrays of one to four dimensions.
 *
 * @param seed  what it was made from, and the values of its parameters
 * @param nodes each after those it reads
 */
record RandomGraph(long seed, List<Node> nodes) {
    private static final int LARGEST = 150;

    /**
     * A value of the graph.
     *
     * @param op     null for a parameter
     * @param inputs places of the nodes it reads
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
        nodes.add(parameter(random.ints(1 + random.nextInt(4), 2, 5).boxed().toList()));
        while (nodes.size() < size) {
            int x = Math.max(random.nextInt(nodes.size()), random.nextInt(nodes.size()));
            List<Integer> shape = nodes.get(x).shape();
            RandomOp op = RandomOp.any(random);
            if (!op.takes(shape)) {
                continue;
            }
            List<Integer> wanted = op.arguments() == 1 ? null : op.partner(shape, random);
            List<Integer> result = op.shape(shape, wanted);
            if (RandomOp.size(result) <= LARGEST) {
                nodes.add(new Node(op, wanted == null ? List.of(x) : List.of(x, partner(nodes, wanted, random)), result));
            }
        }
        return new RandomGraph(seed, nodes);
    }

    /** The place of a node of that shape, perhaps a new parameter. */
    private static int partner(List<Node> nodes, List<Integer> wanted, Random random) {
        List<Integer> there = IntStream.range(0, nodes.size()).filter(i -> nodes.get(i).shape().equals(wanted)).boxed().toList();
        if (there.isEmpty() || random.nextInt(4) == 0) {
            nodes.add(parameter(wanted));
            return nodes.size() - 1;
        }
        return there.get(random.nextInt(there.size()));
    }

    private static Node parameter(List<Integer> shape) {
        return new Node(null, List.of(), shape);
    }

    /**
     * Adds it to {@code graph}: parameters {@code p0}, {@code p1}, …, and a loss that weighs what nobody reads.
     *
     * @param fed gets the values of placeholders
     */
    SDVariable build(SameDiff graph, DataType type, Map<String, INDArray> fed) {
        List<SDVariable> values = new ArrayList<>();
        boolean[] read = new boolean[nodes.size()];
        for (Node node : nodes) {
            SDVariable value = node.op() == null ? graph.var("p" + values.size(), random(values.size(), node.shape()).castTo(type))
                    : node.op().apply(new RandomOp.Site(graph, type, node.inputs().stream().map(values::get).toList(), node.inputs().stream().map(input -> nodes.get(input).shape()).toList(), fed));
            node.inputs().forEach(input -> read[input] = true);
            values.add(value);
        }
        SDVariable loss = graph.constant(Nd4j.scalar(type, 0));
        for (int i = 0; i < read.length; i++) {
            if (!read[i]) {
                SDVariable value = values.get(i);
                loss = loss.add(value.mul(value).mul(0.5).add(value.mul(0.3)).mean());
            }
        }
        return loss.rename("loss");
    }

    /** Numbers that both precisions have. */
    private INDArray random(int node, List<Integer> shape) {
        Random random = new Random(seed * 31 + node);
        double[] values = random.doubles(RandomOp.size(shape), -0.9, 0.9).map(value -> (float) value).toArray();
        return Nd4j.createFromArray(values).reshape(shape.stream().mapToLong(size -> size).toArray());
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
        changed.set(place, parameter(nodes.get(place).shape()));
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
