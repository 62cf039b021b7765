package org.espalier.compute.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.espalier.api.compute.Diagnostic;
import org.espalier.api.compute.Lease;
import org.espalier.api.compute.LeaseRequest;
import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.Profile;
import org.espalier.api.compute.Profile.Line;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.TrainingProgram;
import org.espalier.api.compute.UpdateRule;
import org.espalier.api.compute.op.Loop;
import org.espalier.api.compute.op.PairPerceptron;
import org.espalier.api.compute.op.PointwisePerceptron;
import org.espalier.api.error.DivergedException;
import org.espalier.api.error.InputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.factory.Nd4j;

/** What a lease tells of programs that fail, diverge, last long or are slow. */
@Timeout(60)
class DiagnosticsTest {
    private static final long MEMORY = 1 << 20;

    private final NativeCompute compute = new NativeCompute(new CpuBackend(new Processor("test processor", 3, false), MEMORY), new CudaDevices(() -> false, () -> null), new Bundles().context());

    @AfterEach
    void stop() {
        compute.deactivate();
    }

    @Test
    void tooLittleMemorySaysForWhichVariableOfWhomAndWhoHoldsTheRest() throws Exception {
        try (Lease other = lease("run 7"); Lease lease = lease("run 8")) {
            other.call(() -> other.parameters(Map.of("table", Nd4j.create(DataType.FLOAT, 100, 1000))));
            long before = lease.held();
            InputException refused = assertThrows(InputException.class, () -> lease.call(() -> {
                SameDiff graph = SameDiff.create();
                SDVariable wide = graph.math.tanh(graph.placeHolder("x", DataType.FLOAT, 100, 1000).mmul(graph.placeHolder("y", DataType.FLOAT, 1000, 1000)).rename("wide"));
                return lease.compile(ProgramRequest.inference(lease.parameters(Map.of()), wide));
            }));
            assertEquals("Device 'cpu' has no 3.8 MB left for placeholder 'y', 1000000 elements of type FLOAT, which run 8 (plugin plugin) asks for. "
                    + "Of 1.0 MB run 7 (plugin plugin) holds 390.6 kB, run 8 (plugin plugin) holds 390.6 kB. "
                    + "Make the batch or the model smaller, run fewer trials at a time (--parallel), or raise compute.memory", refused.getMessage());
            assertEquals(before, lease.held(), "what the failed program had is free again");
        }
    }

    @Test
    void theGuardNamesTheFirstOpWhoseResultIsNotFinite() throws Exception {
        try (Lease lease = lease("run", Diagnostic.NAN_GUARD)) {
            lease.call(() -> {
                TrainingProgram program = logarithm(lease);
                program.feed("x", Nd4j.createFromArray(1f, 2f, 0.5f, 4f));
                program.step();
                program.feed("x", Nd4j.createFromArray(1f, 2f, -1f, 4f));
                String message = assertThrows(DivergedException.class, program::step).getMessage();
                assertTrue(message.startsWith("Op 'log' of variable 'suspect' made NaN, the first number that is not finite, at element 2 of [4] in iteration 1. "
                        + "Its inputs are finite: [4] -1.0 to 4.0."), message);
                program.feed("x", Nd4j.createFromArray(1f, 2f, 3f, 4f));
                assertTrue(Double.isFinite(program.step()), "and the program goes on");
                return null;
            });
        }
    }

    @Test
    void theGuardLooksIntoLoops() throws Exception {
        try (Lease lease = lease("run", Diagnostic.NAN_GUARD)) {
            lease.call(() -> {
                SameDiff graph = SameDiff.create();
                Loop.Result result = Loop.of(5, 1, List.of(graph.placeHolder("x", DataType.DOUBLE, 2)), List.of(), List.of(), (states, slices, shared) ->
                        List.of(states.get(0).getSameDiff().math.sqrt(states.get(0)).sub(0.5)));
                Program program = lease.compile(ProgramRequest.inference(lease.parameters(Map.of()), result.last().get(0)));
                program.feed("x", Nd4j.createFromArray(0.5, 0.3));
                String message = assertThrows(DivergedException.class, program::run).getMessage();
                assertTrue(message.startsWith("Op 'sqrt' of variable 'sqrt' made NaN"), message);
                return null;
            });
        }
    }

    @Test
    void withoutTheGuardNumbersGoTheirWay() throws Exception {
        try (Lease lease = lease("run")) {
            assertTrue(Double.isNaN(lease.call(() -> {
                TrainingProgram program = logarithm(lease);
                program.feed("x", Nd4j.createFromArray(1f, 2f, -1f, 4f));
                return program.step();
            })));
        }
    }

    private static TrainingProgram logarithm(Lease lease) {
        SameDiff graph = SameDiff.create();
        INDArray weights = Nd4j.ones(DataType.FLOAT, 4);
        SDVariable logs = graph.math.log(graph.placeHolder("x", DataType.FLOAT, 4)).rename("suspect");
        SDVariable loss = logs.mul(graph.var("w", weights)).sum();
        return lease.compileTraining(request(graph, loss, lease.parameters(Map.of("w", weights))));
    }

    private static ProgramRequest request(SameDiff graph, SDVariable loss, Parameters parameters) {
        return new ProgramRequest(graph, List.of(), Optional.of(loss.name()), parameters, Optional.of(Optimizer.of(new UpdateRule.Sgd(), 0.1)), 0);
    }

    @Test
    void theProfileCountsOpsBytesAndMultiplications() throws Exception {
        try (Lease lease = lease("run", Diagnostic.PROFILE)) {
            Profile profile = lease.call(() -> {
                SameDiff graph = SameDiff.create();
                INDArray weights = Nd4j.ones(DataType.FLOAT, 20, 30);
                SDVariable product = graph.placeHolder("x", DataType.FLOAT, 10, 20).mmul(graph.var("w", weights));
                TrainingProgram program = lease.compileTraining(request(graph, graph.math.square(product).sum(), lease.parameters(Map.of("w", weights))));
                for (int step = 0; step < 3; step++) {
                    program.step();
                }
                return lease.profile().orElseThrow();
            });
            Line product = profile.lines().stream().filter(line -> line.op().equals("matmul")).findFirst().orElseThrow();
            assertEquals(3, product.calls());
            assertEquals(3L * 10 * 20 * 30, product.multiplyAdds());
            assertEquals(3L * 4 * (10 * 20 + 20 * 30 + 10 * 30), product.bytes());
            assertEquals(3, profile.lines().stream().filter(line -> line.op().equals("optimizer")).findFirst().orElseThrow().calls());
            assertTrue(profile.productRate() > 1e8, "multiply-adds a second: " + profile.productRate());
            assertTrue(profile.outside() > 0 && profile.outside() < profile.seconds());
        }
    }

    @Test
    void theProfileCountsProductsOfAllKinds() throws Exception {
        try (Lease lease = lease("run", Diagnostic.PROFILE)) {
            Profile profile = lease.call(() -> {
                SameDiff graph = SameDiff.create();
                SDVariable x = graph.placeHolder("x", DataType.FLOAT, 4, 6);
                SDVariable linear = graph.nn.linear(x, ones(graph, 6, 5), ones(graph, 5));
                SDVariable tensors = graph.tensorMmul(x.reshape(2, 2, 6), ones(graph, 6, 3), new int[] {2}, 0);
                SDVariable image = graph.cnn.conv2d(x.reshape(1, 2, 3, 4), ones(graph, 2, 2, 2, 7),
                        Conv2DConfig.builder().kH(2).kW(2).sH(1).sW(1).dataFormat("NCHW").paddingMode(PaddingMode.SAME).build());
                SDVariable places = PointwisePerceptron.of(x.reshape(2, 3, 4), ones(graph, 2, 8), ones(graph, 8, 1));
                SDVariable pairs = PairPerceptron.of(x.reshape(2, 3, 4), ones(graph, 4, 5), ones(graph, 5), ones(graph, 5, 2));
                lease.compile(ProgramRequest.inference(lease.parameters(Map.of()), linear, tensors, image, places, pairs)).run();
                return lease.profile().orElseThrow();
            });
            Map<String, Long> counts = profile.lines().stream().filter(line -> line.multiplyAdds() > 0).collect(Collectors.toMap(Line::op, Line::multiplyAdds));
            assertEquals(Map.of("xw_plus_b", 4L * 6 * 5, "tensordot", 4L * 6 * 3, "conv2d", 7L * 3 * 4 * 8, PointwisePerceptron.NAME, 12L * 2 * 8, PairPerceptron.NAME, 2L * 6 * (20 + 10)), counts);
        }
    }

    /** No constant: nothing is computed before the run. */
    private static SDVariable ones(SameDiff graph, long... shape) {
        return graph.placeHolder("ones " + graph.variables().size(), DataType.FLOAT, shape);
    }

    @Test
    void aLoopsTimeCountsForTheOpsOfItsStep() throws Exception {
        try (Lease lease = lease("run", Diagnostic.PROFILE)) {
            Profile profile = lease.call(() -> {
                SameDiff graph = SameDiff.create();
                Loop.Result result = Loop.of(50, 50, List.of(graph.placeHolder("x", DataType.FLOAT, 10, 10)), List.of(), List.of(),
                        (states, slices, shared) -> List.of(states.get(0).mmul(states.get(0))));
                lease.compile(ProgramRequest.inference(lease.parameters(Map.of()), result.last().get(0))).run();
                return lease.profile().orElseThrow();
            });
            assertEquals(50, profile.lines().stream().filter(line -> line.op().equals("matmul")).findFirst().orElseThrow().calls());
            assertTrue(profile.lines().stream().mapToDouble(Line::seconds).sum() <= profile.seconds(), "no time counts twice");
        }
    }

    @Test
    void aLongProgramEndsSoonAfterItIsCancelled() throws Exception {
        try (Lease lease = lease("run")) {
            Cancelling.assertEndsWithin100Milliseconds(lease, () -> {
                SameDiff graph = SameDiff.create();
                Loop.Result result = Loop.of(1 << 30, 1 << 30, List.of(graph.placeHolder("x", DataType.FLOAT, 10)), List.of(), List.of(),
                        (states, slices, shared) -> List.of(states.get(0).mul(0.5).add(1)));
                lease.compile(ProgramRequest.inference(lease.parameters(Map.of()), result.last().get(0))).run();
                return null;
            });
        }
    }

    private Lease lease(String owner, Diagnostic... watches) throws InterruptedException {
        return compute.lease("cpu", LeaseRequest.of(owner, "plugin", 1, 0).watching(Set.of(watches)));
    }
}
