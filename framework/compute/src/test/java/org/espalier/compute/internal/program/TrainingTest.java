package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.Schedule;
import org.espalier.api.compute.UpdateRule;
import org.espalier.api.compute.op.Dropout;
import org.espalier.compute.internal.kernel.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.controlflow.compat.StopGradient;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

class TrainingTest {
    private static final double[] START = {0.5, -1, 2, 0.25};

    @Test
    void adamFollowsItsFormula() {
        double rate = 0.1;
        double[] w = START.clone();
        double[] m = new double[4];
        double[] v = new double[4];
        try (Quadratic model = new Quadratic(new Adam(rate, 0.9, 0.999, 1e-8))) {
            for (int t = 1; t <= 5; t++) {
                model.program.step();
                double alpha = rate * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t));
                for (int i = 0; i < 4; i++) {
                    double gradient = 2 * w[i];
                    m[i] = 0.9 * m[i] + 0.1 * gradient;
                    v[i] = 0.999 * v[i] + 0.001 * gradient * gradient;
                    w[i] -= alpha * m[i] / (Math.sqrt(v[i]) + 1e-8);
                }
                assertArrayEquals(w, model.weights(), 1e-12, "after step " + t);
            }
        }
    }

    @Test
    void updatersInSinglePrecisionFollowThoseInDouble() {
        for (IUpdater updater : List.of(new Adam(0.1, 0.8, 0.99, 1e-8), new Sgd(0.1), new Nesterovs(0.1, 0.9))) {
            double[] floats = afterFiveSteps(updater, DataType.FLOAT);
            double[] doubles = afterFiveSteps(updater, DataType.DOUBLE);
            assertArrayEquals(doubles, floats, 1e-5, updater.toString());
        }
    }

    /** More parameters than a rule handles in one piece. */
    private static double[] afterFiveSteps(IUpdater updater, DataType type) {
        INDArray start = Nd4j.linspace(-1, 1, 5000, DataType.DOUBLE).castTo(type);
        SameDiff graph = SameDiff.create();
        SDVariable loss = graph.math.square(graph.var("w", start).add(0.3)).sum();
        try (ParameterSet parameters = new ParameterSet(Map.of("w", start)); CompiledTraining program = training(graph, loss, parameters, updater)) {
            for (int step = 0; step < 5; step++) {
                program.step();
            }
            return parameters.arrays().get("w").castTo(DataType.DOUBLE).toDoubleVector();
        }
    }

    @Test
    void constantsLiveAsLongAsTheProgram() {
        Map<String, INDArray> initial = Map.of("w", Nd4j.ones(DataType.FLOAT, 3));
        List<WeakReference<INDArray>> constants = new ArrayList<>();
        try (ParameterSet parameters = new ParameterSet(initial); CompiledTraining program = timesConstant(parameters, constants)) {
            System.gc();
            assertNotNull(constants.get(0).get());
            assertEquals(6, program.gradients());
        }
    }

    private static CompiledTraining timesConstant(ParameterSet parameters, List<WeakReference<INDArray>> constants) {
        SameDiff graph = SameDiff.create();
        SDVariable constant = graph.constant(Nd4j.createFromArray(1f, 2f, 3f));
        constants.add(new WeakReference<>(constant.getArr()));
        return training(graph, graph.var("w", Nd4j.ones(DataType.FLOAT, 3)).mul(constant).sum(), parameters, new Sgd(1));
    }

    @Test
    void stepReturnsTheLossBeforeTheUpdateAndKeepsTheGradient() {
        try (Quadratic model = new Quadratic(new Sgd(0.1))) {
            assertEquals(0.25 + 1 + 4 + 0.0625, model.program.step(), 1e-12);
            assertArrayEquals(new double[] {1, -2, 4, 0.5}, model.program.gradient("w").toDoubleVector(), 1e-12);
            assertArrayEquals(new double[] {0.4, -0.8, 1.6, 0.2}, model.weights(), 1e-12);
            assertEquals(1, model.program.iteration());
        }
    }

    @Test
    void gradientsThenUpdateIsAStep() {
        try (Quadratic steps = new Quadratic(new Nesterovs(0.1, 0.9)); Quadratic halves = new Quadratic(new Nesterovs(0.1, 0.9))) {
            for (int i = 0; i < 3; i++) {
                steps.program.step();
                halves.program.gradients();
                halves.program.update();
            }
            assertArrayEquals(steps.weights(), halves.weights());
        }
    }

    @Test
    void schedulesCountIterations() {
        MapSchedule rates = new MapSchedule(ScheduleType.ITERATION, Map.of(0, 0.1, 2, 0.0));
        try (Quadratic model = new Quadratic(new Sgd(rates))) {
            model.program.step();
            model.program.step();
            double[] after = model.weights();
            model.program.step();
            assertArrayEquals(after, model.weights(), "the rate is 0 from iteration 2 on");
            assertEquals(0.5 * 0.8 * 0.8, after[0], 1e-12);
        }
    }

    @Test
    void parametersThatTheLossIgnoresStay() {
        SameDiff graph = SameDiff.create();
        SDVariable loss = graph.math.square(graph.var("w", Nd4j.createFromArray(START))).sum();
        try (ParameterSet parameters = new ParameterSet(Map.of("w", Nd4j.createFromArray(START), "other", Nd4j.createFromArray(1.0, 2.0)));
                CompiledTraining program = training(graph, loss, parameters, new Adam(0.1))) {
            program.step();
            assertArrayEquals(new double[] {1, 2}, parameters.arrays().get("other").toDoubleVector());
            assertArrayEquals(new double[] {0, 0}, program.gradient("other").toDoubleVector());
        }
    }

    @Test
    void parametersOfOneGradientBothGetIt() {
        SameDiff graph = SameDiff.create();
        SDVariable a = graph.var("a", Nd4j.createFromArray(1.0, 2.0));
        SDVariable b = graph.var("b", Nd4j.createFromArray(3.0, 4.0));
        SDVariable loss = a.add(b).mul(graph.constant(Nd4j.createFromArray(5.0, 6.0))).sum();
        try (ParameterSet parameters = new ParameterSet(Map.of("a", a.getArr(), "b", b.getArr()));
                CompiledTraining program = training(graph, loss, parameters, new Sgd(1))) {
            program.step();
            assertArrayEquals(new double[] {5, 6}, program.gradient("a").toDoubleVector());
            assertArrayEquals(new double[] {5, 6}, program.gradient("b").toDoubleVector());
        }
    }

    static Stream<Optimizer> optimizers() {
        Schedule schedule = Schedule.cosine(0.05, 10).afterWarmUp(3);
        return Stream.of(new UpdateRule.Adam(), new UpdateRule.AdamW(), new UpdateRule.Momentum(0.9, true), new UpdateRule.Adafactor(), new UpdateRule.Lamb(), new UpdateRule.Lars(),
                new UpdateRule.Native(new AMSGrad(0.05))).map(rule -> Optimizer.of(rule, schedule).withClipNorm(0.1).withWeightDecay(0.01));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void continuesBitEqualFromACheckpoint(Optimizer optimizer) throws IOException {
        ByteArrayOutputStream weights = new ByteArrayOutputStream();
        ByteArrayOutputStream state = new ByteArrayOutputStream();
        double[] through = new double[12];
        try (Noisy model = new Noisy(optimizer)) {
            for (int i = 0; i < 12; i++) {
                if (i == 6) {
                    model.parameters.writeTo(weights);
                    model.program.writeState(state);
                }
                through[i] = model.program.step();
            }
            try (Noisy resumed = new Noisy(optimizer)) {
                resumed.parameters.readFrom(new ByteArrayInputStream(weights.toByteArray()));
                resumed.program.readState(new ByteArrayInputStream(state.toByteArray()));
                assertEquals(6, resumed.program.iteration());
                for (int i = 6; i < 12; i++) {
                    assertEquals(through[i], resumed.program.step(), "loss of step " + i);
                }
                assertEquals(model.parameters.arrays().get("w"), resumed.parameters.arrays().get("w"));
            }
        }
    }

    @Test
    void parametersAreInTheOrderOfTheirNames() {
        Map<String, INDArray> given = new LinkedHashMap<>();
        List.of("c", "a", "b").forEach(name -> given.put(name, Nd4j.createFromArray(1.0)));
        try (ParameterSet parameters = new ParameterSet(given)) {
            assertEquals(List.of("a", "b", "c"), List.copyOf(parameters.arrays().keySet()));
        }
    }

    @Test
    void snapshotsAreDetachedAndRestorable() {
        try (Quadratic model = new Quadratic(new Sgd(0.1))) {
            Map<String, INDArray> best = model.parameters.snapshot();
            model.program.step();
            assertArrayEquals(START, best.get("w").toDoubleVector());
            model.parameters.restore(best);
            assertArrayEquals(START, model.weights());
            assertEquals(4, model.parameters.count());
        }
    }

    @Test
    void runComputesForwardOnly() {
        try (Quadratic model = new Quadratic(new Sgd(0.1))) {
            model.program.run();
            assertArrayEquals(new double[4], model.program.gradient("w").toDoubleVector());
            assertEquals(5.3125, model.program.output(model.loss).getDouble(0), 1e-12);
        }
    }

    @Test
    void stopsBetweenOpsWhenCancelled() {
        AtomicBoolean cancelled = new AtomicBoolean();
        Owner owner = new Owner() {
            @Override
            public Team team() {
                return Team.SINGLE;
            }

            @Override
            public void checkCancelled() {
                if (cancelled.get()) {
                    throw new CancellationException("cancelled");
                }
            }

            @Override
            public void checkThread() {
                // any thread will do
            }
        };
        SameDiff graph = SameDiff.create();
        SDVariable twice = graph.var("w", Nd4j.createFromArray(START)).mul(2);
        try (ParameterSet parameters = new ParameterSet(Map.of("w", Nd4j.createFromArray(START)));
                CompiledProgram program = CompiledProgram.of(ProgramRequest.inference(parameters, twice), owner)) {
            cancelled.set(true);
            assertThrows(CancellationException.class, program::run);
            assertArrayEquals(new double[4], program.output(twice.name()).toDoubleVector());
        }
    }

    @Test
    void stoppedGradientsAreZero() {
        SameDiff graph = SameDiff.create();
        SDVariable weights = graph.var("w", Nd4j.createFromArray(START));
        try (ParameterSet parameters = new ParameterSet(Map.of("w", Nd4j.createFromArray(START)));
                CompiledTraining program = training(graph, weights.mul(new StopGradient(graph, weights).outputVariable()).sum(), parameters, new Sgd(0.1))) {
            assertEquals(5.3125, program.gradients(), 1e-12);
            assertArrayEquals(START, program.gradient("w").toDoubleVector());
        }
    }

    @Test
    void constantsAreComputedOnce() {
        SameDiff graph = SameDiff.create();
        SDVariable constant = graph.constant(Nd4j.createFromArray(1.0, 2.0)).mul(3).add(1);
        SDVariable output = graph.var("w", Nd4j.createFromArray(1.0, 1.0)).mul(constant);
        try (ParameterSet parameters = new ParameterSet(Map.of("w", Nd4j.createFromArray(1.0, 1.0)));
                CompiledProgram program = CompiledProgram.of(ProgramRequest.inference(parameters, output, constant), new Alone())) {
            assertArrayEquals(new double[] {4, 7}, program.output(constant.name()).toDoubleVector(), "known before any run");
            program.run();
            assertArrayEquals(new double[] {4, 7}, program.output(output.name()).toDoubleVector());
        }
    }

    @Test
    void buffersAreSharedAlongAChain() {
        SameDiff graph = SameDiff.create();
        SDVariable value = graph.var("w", Nd4j.create(DataType.DOUBLE, 1000));
        for (int i = 0; i < 50; i++) {
            value = graph.math.tanh(value);
        }
        try (ParameterSet parameters = new ParameterSet(Map.of("w", Nd4j.create(DataType.DOUBLE, 1000)));
                CompiledProgram program = CompiledProgram.of(ProgramRequest.inference(parameters, value), new Alone())) {
            assertTrue(program.memory() <= 3 * 8000, "50 layers of 8000 bytes, of which two live at a time, took " + program.memory());
        }
    }

    private static CompiledTraining training(SameDiff graph, SDVariable loss, ParameterSet parameters, IUpdater updater) {
        return training(graph, loss, parameters, Optimizer.of(updater));
    }

    private static CompiledTraining training(SameDiff graph, SDVariable loss, ParameterSet parameters, Optimizer optimizer) {
        return CompiledTraining.of(new ProgramRequest(graph, List.of(loss.name()), Optional.of(loss.name()), parameters, Optional.of(optimizer), 42),
                parameters, new Alone());
    }

    /** The sum of the squares of four weights. */
    private static final class Quadratic implements AutoCloseable {
        private final ParameterSet parameters = new ParameterSet(Map.of("w", Nd4j.createFromArray(START)));
        private final String loss;
        private final CompiledTraining program;

        Quadratic(IUpdater updater) {
            SameDiff graph = SameDiff.create();
            SDVariable squares = graph.math.square(graph.var("w", Nd4j.createFromArray(START))).sum();
            loss = squares.name();
            program = training(graph, squares, parameters, updater);
        }

        double[] weights() {
            return parameters.arrays().get("w").toDoubleVector();
        }

        @Override
        public void close() {
            program.close();
            parameters.close();
        }
    }

    /** A regression in single precision with dropout. */
    private static final class Noisy implements AutoCloseable {
        private final INDArray start = Nd4j.linspace(-1, 1, 24, DataType.FLOAT).reshape(8, 3);
        private final ParameterSet parameters = new ParameterSet(Map.of("w", start));
        private final CompiledTraining program;

        Noisy(Optimizer optimizer) {
            SameDiff graph = SameDiff.create();
            SDVariable in = graph.constant(Nd4j.linspace(0, 2, 80, DataType.FLOAT).reshape(10, 8));
            SDVariable out = graph.math.tanh(Dropout.of(in, 0.4, "in").mmul(graph.var("w", start)));
            program = training(graph, graph.math.square(out.sub(0.5)).mean(), parameters, optimizer);
        }

        @Override
        public void close() {
            program.close();
            parameters.close();
        }
    }
}
