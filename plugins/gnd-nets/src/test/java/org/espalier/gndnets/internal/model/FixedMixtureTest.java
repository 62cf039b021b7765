package org.espalier.gndnets.internal.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.op.SparseOperand;
import org.espalier.api.model.Network;
import org.espalier.data.graph.GraphMatrices;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class FixedMixtureTest {
    private static final SparseOperand S = SparseOperand.of(GraphMatrices.transition(Rings.data().adjacency()));
    private static final double[] COEFFICIENTS = {0.5, -0.25, 0, 1};

    @Test
    void aFewNodesGetWhatTheyGetAmongAll() throws Exception {
        double[] all = scores(Wanted.all());
        int[] few = {11, 3};

        double[] wanted = scores(Wanted.only(few));

        double[] expected = Arrays.stream(few).boxed().flatMapToDouble(node -> Arrays.stream(all, 3 * node, 3 * node + 3)).toArray();
        assertArrayEquals(expected, wanted, 1e-12);
    }

    @Test
    void aFewNodesTakeAProductWithAConstantAndManyDoNot() {
        assertEquals(List.of(2L, 12L), constant(Wanted.only(new int[] {11, 3})));
        assertEquals(List.of(4L, 1L), constant(Wanted.only(IntStream.range(0, 120).map(i -> i % 12).toArray())));
    }

    private static List<Long> constant(Wanted wanted) {
        SameDiff graph = SameDiff.create();
        mixture(graph, wanted);
        assertTrue(graph.hasVariable("mixture"));
        return Arrays.stream(graph.getVariable("mixture").getShape()).boxed().toList();
    }

    private static double[] scores(Wanted wanted) throws Exception {
        try (Lease lease = Computes.lease("mixture")) {
            return lease.call(() -> {
                SDVariable output = mixture(SameDiff.create(), wanted);
                Network network = Network.of(output, null);
                try (Program program = lease.compile(ProgramRequest.inference(network, lease.parameters(network.initialValues())))) {
                    program.run();
                    return program.output(output.name()).dup('c').data().asDouble();
                }
            });
        }
    }

    private static SDVariable mixture(SameDiff graph, Wanted wanted) {
        Weights weights = new Weights(graph, new TestRandomSource(1), DataType.DOUBLE);
        SDVariable x = graph.var("x", Nd4j.create(new Random(1).doubles(36, -1, 1).toArray(), new long[] {12, 3}, DataType.DOUBLE));
        return new FixedMixture(S, COEFFICIENTS).of(x, wanted, "mixture", weights);
    }
}
