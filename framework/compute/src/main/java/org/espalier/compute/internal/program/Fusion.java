package org.espalier.compute.internal.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.espalier.compute.internal.kernel.Chain;
import org.espalier.compute.internal.kernel.Elements;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The element-wise ops that wait to be done in one pass, in chains that do not read one another's variables. A chain ends when somebody else
 * needs one of its variables; those that nobody else reads never get memory.
 */
final class Fusion {
    /** Steps of longer chains would push one another out of the processor's caches. */
    private static final int MOST_OPS = 40;

    private final List<Waiting> chains = new ArrayList<>();

    /** A chain that waits. */
    static final class Waiting {
        private final Chain chain;
        private final DataType type;
        private final Map<String, Spec> specs = new LinkedHashMap<>();
        private final Map<String, INDArray> shapes = new HashMap<>();
        private final List<String> reads = new ArrayList<>();

        private Waiting(Chain chain, DataType type) {
            this.chain = chain;
            this.type = type;
        }

        Chain chain() {
            return chain;
        }

        /** What it computes. */
        Map<String, Spec> specs() {
            return specs;
        }

        /** What its ops read, inside and outside, as often as they do. */
        List<String> reads() {
            return reads;
        }

        long readsOf(String variable) {
            return reads.stream().filter(variable::equals).count();
        }

        private void take(Waiting other) {
            specs.putAll(other.specs);
            shapes.putAll(other.shapes);
            reads.addAll(other.reads);
        }

        private void compute(List<String> inputs, List<String> outputs, List<Spec> outputSpecs) {
            reads.addAll(inputs);
            for (int i = 0; i < outputs.size(); i++) {
                specs.put(outputs.get(i), outputSpecs.get(i));
                shapes.put(outputs.get(i), shape(outputSpecs.get(i)));
            }
        }
    }

    /** An array without room for its elements, good for nothing but its shape. */
    private static INDArray shape(Spec spec) {
        return spec.length() == 1 ? Nd4j.create(spec.type(), spec.shape())
                : Nd4j.create(Nd4j.create(spec.type(), 1).data(), spec.shape(), new long[spec.shape().length], 0, 'c');
    }

    /** The shape of a variable that waits. */
    Optional<INDArray> shape(String variable) {
        return chains.stream().map(waiting -> waiting.shapes.get(variable)).filter(shape -> shape != null).findFirst();
    }

    /** The chains that compute some of these variables. */
    List<Waiting> computing(List<String> variables) {
        return chains.stream().filter(waiting -> variables.stream().anyMatch(waiting.specs::containsKey)).toList();
    }

    /** All chains. */
    List<Waiting> all() {
        return List.copyOf(chains);
    }

    void remove(Waiting waiting) {
        chains.remove(waiting);
    }

    /**
     * Lets a step of an op wait.
     *
     * @param specs of its outputs
     * @return the chain it waits in, alone or with others that it reads
     */
    Waiting add(Elements step, List<Spec> specs) {
        DataType type = specs.get(0).type();
        List<Waiting> read = computing(step.inputs()).stream().filter(waiting -> waiting.type == type).toList();
        Waiting found = read.stream().reduce(this::joined).filter(waiting -> waiting.reads.size() < 2 * MOST_OPS && waiting.chain.add(step)).orElseGet(() -> alone(step, type));
        found.compute(step.inputs(), step.outputs(), specs);
        return found;
    }

    /** Both chains as one, if they fit; otherwise the first. */
    private Waiting joined(Waiting first, Waiting second) {
        if (first.reads.size() + second.reads.size() < 2 * MOST_OPS && first.chain.join(second.chain)) {
            first.take(second);
            chains.remove(second);
        }
        return first;
    }

    private Waiting alone(Elements step, DataType type) {
        Waiting alone = new Waiting(Chain.of(step), type);
        chains.add(alone);
        return alone;
    }

    /** Gives a variable that waits another name and shape; false if it does not wait. */
    boolean alias(String variable, String original, List<String> inputs, Spec spec) {
        Optional<Waiting> waiting = chains.stream().filter(each -> each.chain.alias(variable, original)).findFirst();
        waiting.ifPresent(each -> each.compute(inputs, List.of(variable), List.of(spec)));
        return waiting.isPresent();
    }

    /** Variables that a chain computes for others, given how often each is read in all. */
    static Set<String> results(Waiting waiting, Map<String, Integer> readers) {
        Set<String> results = new LinkedHashSet<>();
        waiting.specs.keySet().stream().filter(variable -> readers.getOrDefault(variable, 0) > waiting.readsOf(variable)).forEach(results::add);
        return results;
    }

    /** Whether the arrays an op computes with are of a kind that chains take. */
    static boolean takes(Stream<INDArray> arrays, List<Spec> specs) {
        DataType type = specs.get(0).type();
        boolean ofType = type == DataType.FLOAT || type == DataType.DOUBLE;
        return ofType && specs.stream().allMatch(spec -> spec.type() == type && fits(spec.length(), type))
                && arrays.filter(array -> array.dataType().isFPType()).allMatch(array -> array.dataType() == type && fits(array.length(), type));
    }

    private static boolean fits(long length, DataType type) {
        return length > 0 && length < Integer.MAX_VALUE / type.width();
    }
}
