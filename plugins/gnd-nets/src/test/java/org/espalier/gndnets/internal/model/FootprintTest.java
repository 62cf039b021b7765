package org.espalier.gndnets.internal.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.espalier.api.run.RandomSource;
import org.espalier.data.Split;
import org.espalier.data.graph.CsrBuilder;
import org.espalier.data.graph.GraphData;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.learning.config.Adam;

class FootprintTest {
    private static final RandomSource RANDOM = new TestRandomSource(1);
    private static final int NODES = 2000;

    static Stream<Arguments> models() {
        return Stream.of(
                Arguments.of("slp", gnd(GndModel.Kind.SLP)), Arguments.of("mlp", gnd(GndModel.Kind.MLP)), Arguments.of("ds", gnd(GndModel.Kind.DS)),
                Arguments.of("gcn", new GcnModel(new GcnModel.Parameters(4, 16, 0.5, 1e-4, false), RANDOM)),
                Arguments.of("perceptron", new MlpModel(new MlpModel.Parameters(16, 0.5, 1e-4, false), RANDOM)),
                Arguments.of("sgc", new SgcModel(new SgcModel.Parameters(2, 1e-4, false), RANDOM)),
                Arguments.of("appnp", new AppnpModel(new AppnpModel.Parameters(32, 10, 0.1, 0.5, 1e-4, false), RANDOM)),
                Arguments.of("gat", new GatModel(new GatModel.Parameters(4, 8, 0.6, 1e-4, false), RANDOM)),
                Arguments.of("jk-net", new JkNetModel(new JkNetModel.Parameters(4, 16, JkNetModel.Join.CONCAT, 0.5, 1e-4, false), RANDOM)),
                Arguments.of("gcnii", new GcniiModel(new GcniiModel.Parameters(6, 16, 0.1, 0.5, 0.6, 1e-4, false), RANDOM)),
                Arguments.of("gdc", new GdcModel(new GdcModel.Parameters(0.1, 8, 4, 16, 0.5, 1e-4, false), RANDOM)),
                Arguments.of("arma", new ArmaModel(new ArmaModel.Parameters(2, 3, 16, 0.5, 1e-4, false), RANDOM)),
                Arguments.of("incep-gcn", new IncepGcnModel(new IncepGcnModel.Parameters(3, 16, 0.5, 1e-4, false), RANDOM)));
    }

    private static GndModel gnd(GndModel.Kind kind) {
        return new GndModel(new GndModel.Parameters(kind, Optional.of(16), 10, 8, 3, 5, 0.6, 1e-4, false), RANDOM);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void forecastIsEnoughAndNotFarTooMuch(String name, NodeModel model) throws Exception {
        GraphData data = ring();
        long forecast = model.nativeMemory(data).orElseThrow();
        try (Lease lease = Computes.lease(name)) {
            long held = lease.call(() -> {
                Network training = model.network(data, Mode.TRAINING);
                Parameters parameters = lease.parameters(training.initialValues());
                lease.compileTraining(ProgramRequest.training(training, parameters, new Adam(), 1));
                lease.compile(ProgramRequest.inference(model.network(data, Mode.EVALUATION), parameters));
                return lease.held();
            });
            assertTrue(held <= forecast && forecast <= 3 * held, name + " holds " + held + " bytes, forecast " + forecast);
        }
    }

    /** A ring of nodes with four neighbours each, fifty features and five classes. */
    private static GraphData ring() {
        CsrBuilder edges = new CsrBuilder(NODES, NODES);
        CsrBuilder features = new CsrBuilder(NODES, 50);
        for (int node = 0; node < NODES; node++) {
            for (int step = 1; step <= 2; step++) {
                int other = (node + step) % NODES;
                edges.add(node, other, 1).add(other, node, 1);
            }
            features.add(node, node % 50, 1);
        }
        int[] labels = IntStream.range(0, NODES).map(node -> node % 5).toArray();
        Split split = new Split(IntStream.range(0, 25).toArray(), IntStream.range(25, 125).toArray(), IntStream.range(125, NODES).toArray());
        return new GraphData("ring", edges.build(Math::max), features.build(Double::sum), labels, List.of("a", "b", "c", "d", "e"), split);
    }
}
