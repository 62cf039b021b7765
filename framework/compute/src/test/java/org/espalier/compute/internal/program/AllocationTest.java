package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;

import org.bytedeco.javacpp.Pointer;
import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.UpdateRule;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Steps of a compiled program take no memory that was not there before. */
class AllocationTest {
    private static final int WARM_UP = 300;
    private static final int STEPS = 50;
    private static final int BLOCKS = 8;
    /** Less than one layer's activations, which are 8 kB; measured were 2 kB for the perceptron and 3.3 kB for the block, small objects that each kernel makes to move along. */
    private static final long HEAP_PER_STEP = 6000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final Random RANDOM = new Random(1);

    static Stream<Named<BiFunction<SameDiff, SDVariable, SDVariable>>> models() {
        return Stream.of(Named.of("perceptron", AllocationTest::perceptron), Named.of("transformer block", AllocationTest::block));
    }

    private static SDVariable perceptron(SameDiff graph, SDVariable x) {
        SDVariable hidden = graph.nn.relu(graph.nn.linear(x, weights(graph, "w1", 64, 64), weights(graph, "b1", 64)), 0);
        SDVariable logits = graph.nn.linear(hidden, weights(graph, "w2", 64, 10), weights(graph, "b2", 10));
        return graph.loss.sparseSoftmaxCrossEntropy(logits, graph.constant(Nd4j.createFromArray(RANDOM.ints(32, 0, 10).toArray()))).mean();
    }

    /** Four heads over 8 sequences of 4 tokens. */
    private static SDVariable block(SameDiff graph, SDVariable x) {
        SDVariable normal = graph.nn.layerNorm(x, weights(graph, "g1", 64), weights(graph, "c1", 64), false, 1);
        SDVariable scores = graph.mmul(heads(graph, normal, "q"), heads(graph, normal, "k"), false, true, false).mul(0.25);
        SDVariable mixed = graph.permute(graph.mmul(graph.nn.softmax(scores, 3), heads(graph, normal, "v")), 0, 2, 1, 3).reshape(32, 64);
        SDVariable attended = x.add(mixed.mmul(weights(graph, "o", 64, 64)));
        SDVariable inner = graph.nn.gelu(graph.nn.linear(graph.nn.layerNorm(attended, weights(graph, "g2", 64), weights(graph, "c2", 64), false, 1), weights(graph, "w1", 64, 128), weights(graph, "b1", 128)));
        return graph.math.square(attended.add(graph.nn.linear(inner, weights(graph, "w2", 128, 64), weights(graph, "b2", 64)))).mean();
    }

    private static SDVariable heads(SameDiff graph, SDVariable x, String name) {
        return graph.permute(x.mmul(weights(graph, name, 64, 64)).reshape(8, 4, 4, 16), 0, 2, 1, 3);
    }

    private static SDVariable weights(SameDiff graph, String name, long... shape) {
        return graph.var(name, random(shape));
    }

    private static INDArray random(long... shape) {
        INDArray values = Nd4j.create(DataType.FLOAT, shape);
        for (long i = 0; i < values.length(); i++) {
            values.putScalar(i, RANDOM.nextGaussian() * 0.1);
        }
        return values;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void stepsAllocateNothing(BiFunction<SameDiff, SDVariable, SDVariable> model) {
        SameDiff graph = SameDiff.create();
        String loss = model.apply(graph, graph.placeHolder("x", DataType.FLOAT, 32, 64)).name();
        Map<String, INDArray> initial = new LinkedHashMap<>();
        graph.variables().stream().filter(variable -> variable.getVariableType() == VariableType.VARIABLE).forEach(variable -> initial.put(variable.name(), variable.getArr()));
        INDArray x = random(32, 64);
        try (ParameterSet parameters = new ParameterSet(initial);
                CompiledTraining program = CompiledTraining.of(new ProgramRequest(graph, List.of(), Optional.of(loss), parameters,
                        Optional.of(Optimizer.of(new UpdateRule.Adam(), 0.001)), 0), parameters, new Alone())) {
            steps(program, x, WARM_UP);
            long pointers = Pointer.totalBytes();
            long heap = Long.MAX_VALUE;
            for (int block = 0; block < BLOCKS; block++) {
                heap = Math.min(heap, heapOf(() -> steps(program, x, STEPS)) / STEPS);
            }
            long grown = Pointer.totalBytes() - pointers;
            assertTrue(grown <= 0, BLOCKS * STEPS + " steps took " + grown + " bytes outside the heap");
            assertTrue(heap <= HEAP_PER_STEP, "a step took " + heap + " bytes of the heap");
        }
    }

    private static void steps(CompiledTraining program, INDArray x, int count) {
        for (int i = 0; i < count; i++) {
            program.feed("x", x);
            program.step();
        }
    }

    private static long heapOf(Runnable work) {
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        work.run();
        return THREADS.getThreadAllocatedBytes(thread) - before;
    }
}
