package org.espalier.gndnets.internal.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.TrainingProgram;
import org.espalier.api.compute.op.SparseOperand;
import org.espalier.api.model.Network;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.graph.CsrBuilder;
import org.espalier.data.graph.GraphMatrices;
import org.espalier.gndnets.internal.Golden;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

import com.fasterxml.jackson.databind.JsonNode;

/** The matrices made of the graph, and each diffusion with its gradients. */
class BlocksGoldenTest {
    private static final double EXACT = 1e-12;

    private JsonNode blocks;
    private CsrMatrix adjacency;

    @BeforeEach
    void read() throws IOException {
        blocks = Golden.read("blocks.json", "graph", "Z", "K");
        adjacency = Golden.matrix(blocks.get("graph").get("adj"));
    }

    @Test
    void matricesOfTheGraph() {
        assertMatrix("row_normalised_x", GraphMatrices.rowNormalised(Golden.matrix(blocks.get("graph").get("x"))));
        assertMatrix("transition_rw", GraphMatrices.transition(adjacency));
        assertMatrix("sym_norm", GraphMatrices.symmetricallyNormalised(adjacency));
    }

    @Test
    void powersOfTheTransition() {
        CsrMatrix transition = GraphMatrices.transition(adjacency);
        CsrMatrix power = Golden.matrix(blocks.get("Z"));
        for (JsonNode expected : blocks.get("powers")) {
            power = product(transition, power);
            assertArrayEquals(Golden.numbers(expected), dense(power), EXACT);
        }
    }

    private static CsrMatrix product(CsrMatrix a, CsrMatrix b) {
        CsrBuilder product = new CsrBuilder(a.rows(), b.cols());
        for (int r = 0; r < a.rows(); r++) {
            for (int e = a.rowStart()[r]; e < a.rowStart()[r + 1]; e++) {
                for (int f = b.rowStart()[a.columns()[e]]; f < b.rowStart()[a.columns()[e] + 1]; f++) {
                    product.add(r, b.columns()[f], a.values()[e] * b.values()[f]);
                }
            }
        }
        return product.build(Double::sum);
    }

    private static double[] dense(CsrMatrix matrix) {
        double[] dense = new double[matrix.rows() * matrix.cols()];
        for (int r = 0; r < matrix.rows(); r++) {
            for (int e = matrix.rowStart()[r]; e < matrix.rowStart()[r + 1]; e++) {
                dense[r * matrix.cols() + matrix.columns()[e]] = matrix.values()[e];
            }
        }
        return dense;
    }

    @Test
    void fixedCoefficients() {
        JsonNode fixed = blocks.get("fixed");
        assertEquals(PolynomialDiffusion.RESTART, fixed.get("ppr_alpha").asDouble());
        assertEquals(PolynomialDiffusion.HEAT_TIME, fixed.get("heat_t").asDouble());
        assertArrayEquals(Golden.numbers(fixed.get("ppr_theta_normalised")), PolynomialDiffusion.pageRank(fixed.get("ppr_theta_normalised").size()), EXACT);
        assertArrayEquals(Golden.numbers(fixed.get("heat_theta_normalised")), PolynomialDiffusion.heat(fixed.get("heat_theta_normalised").size()), EXACT);
    }

    @TestFactory
    Stream<DynamicTest> slp() {
        return each("slp", Map.of("theta", "theta"), p -> PolynomialDiffusion.learned(p, blocks.get("K").asInt()));
    }

    @TestFactory
    Stream<DynamicTest> mlp() {
        return each("mlp", Map.of("U1", "U1", "U2", "U2"), p -> new PerceptronDiffusion(p, blocks.get("K").asInt(), blocks.get("mlp").get("U2").size()));
    }

    @TestFactory
    Stream<DynamicTest> ds() {
        return each("ds", Map.of("A", "A0", "B", "B0"), p -> new ResidualDiffusion(p, blocks.get("ds").get("hops").asInt(), 2));
    }

    private interface Maker {
        Diffusion of(SparseOperand transition);
    }

    private Stream<DynamicTest> each(String name, Map<String, String> parameters, Maker maker) {
        Diffusion diffusion = maker.of(SparseOperand.of(GraphMatrices.transition(adjacency)));
        return Stream.of(Precision.values()).map(precision -> dynamicTest(precision.toString(), () -> check(blocks.get(name), parameters, diffusion, precision)));
    }

    private void check(JsonNode golden, Map<String, String> names, Diffusion diffusion, Precision precision) throws Exception {
        try (Lease lease = Computes.lease("golden")) {
            lease.call(() -> {
                Network network = network(diffusion, precision);
                Map<String, INDArray> values = new LinkedHashMap<>();
                values.put("Z", array(blocks.get("Z"), network, "Z", precision));
                names.forEach((key, name) -> values.put(name, array(golden.get(key), network, name, precision)));
                try (TrainingProgram program = lease.compileTraining(ProgramRequest.training(network, lease.parameters(values), new Sgd(1), 0))) {
                    program.gradients();
                    precision.assertValues(Golden.numbers(golden.get("out")), values(program.output(network.output().name())), "output");
                    precision.assertGradients(Golden.numbers(golden.get("grad_Z")), values(program.gradient("Z")), "gradient by Z");
                    for (Entry<String, String> name : names.entrySet()) {
                        precision.assertGradients(Golden.numbers(golden.get("grad_" + name.getKey())), values(program.gradient(name.getValue())), "gradient by " + name);
                    }
                }
                return null;
            });
        }
    }

    /** The diffusion with sum(upstream gradient * output) as loss. */
    private Network network(Diffusion diffusion, Precision precision) {
        int nodes = blocks.get("Z").size();
        int channels = blocks.get("Z").get(0).size();
        Weights weights = new Weights(SameDiff.create(), new TestRandomSource(1), precision.type());
        SDVariable out = diffusion.of(weights.matrix("Z", nodes, channels), nodes, channels, Wanted.all(), weights);
        SDVariable upstream = weights.constant("upstream", Golden.numbers(blocks.get("upstream_grad")), nodes, channels);
        return Network.of(out, out.mul(upstream).sum());
    }

    private static INDArray array(JsonNode numbers, Network network, String name, Precision precision) {
        return Nd4j.createFromArray(Golden.numbers(numbers)).reshape(network.graph().getVariable(name).getShape()).castTo(precision.type());
    }

    private static double[] values(INDArray array) {
        return array.dup('c').data().asDouble();
    }

    private void assertMatrix(String name, CsrMatrix actual) {
        CsrMatrix expected = Golden.matrix(blocks.get(name));
        assertArrayEquals(expected.rowStart(), actual.rowStart(), name);
        assertArrayEquals(expected.columns(), actual.columns(), name);
        assertArrayEquals(expected.values(), actual.values(), EXACT, name);
    }
}
