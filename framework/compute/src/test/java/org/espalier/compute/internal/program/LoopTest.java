package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.UpdateRule;
import org.espalier.api.compute.op.Dropout;
import org.espalier.api.compute.op.Loop;
import org.espalier.api.compute.op.Loop.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Loops give the values and gradients of the same steps written out one after the other. */
class LoopTest {
    private static final int STEPS = 11;
    private static final int BATCH = 3;
    private static final int WIDTH = 4;
    /** Allowed error in single precision, relative to the largest element. */
    private static final double SINGLE = 1e-5;

    /** A step with its states, a sequence of controls and weights. */
    private record Case(String name, int states, int every, Step step) {
        @Override
        public String toString() {
            return name + ", keeping every " + every + ".";
        }
    }

    static Stream<Case> cases() {
        return Stream.of(1, 2, 3, 5, 11).flatMap(every -> Stream.of(
                new Case("RK4 of a controlled field of two layers", 1, every, (states, slices, shared) -> List.of(rungeKutta(states.get(0), slices.get(0), shared))),
                new Case("GRU", 1, every, (states, slices, shared) -> List.of(gru(states.get(0), slices.get(0), shared))),
                new Case("two states", 2, every, LoopTest::twoStates),
                new Case("exchanged states", 2, every, (states, slices, shared) -> List.of(states.get(1), tanh(states.get(0).mmul(shared.get(0)).add(states.get(1))))),
                new Case("two equal states", 2, every, (states, slices, shared) -> {
                    SDVariable sum = tanh(states.get(0).add(states.get(1).mul(0.3)));
                    return List.of(sum, sum);
                }),
                new Case("a state that stays", 2, every, (states, slices, shared) -> List.of(tanh(states.get(0).mul(states.get(1))), states.get(1))),
                new Case("a state that is forgotten", 2, every, (states, slices, shared) -> List.of(tanh(states.get(0).mmul(shared.get(0))), slices.get(0).mul(2))),
                new Case("a loop in the loop", 1, every, (states, slices, shared) -> Loop.of(4, Math.min(4, every), List.of(states.get(0)), List.of(), List.of(shared.get(0), slices.get(0)),
                        (inner, none, given) -> List.of(inner.get(0).add(tanh(inner.get(0).mmul(given.get(0)).add(given.get(1))).mul(0.1)))).last())));
    }

    private static List<SDVariable> twoStates(List<SDVariable> states, List<SDVariable> slices, List<SDVariable> shared) {
        SDVariable gate = states.get(0).getSameDiff().nn.sigmoid(states.get(1).mmul(shared.get(0)).add(slices.get(0)));
        SDVariable cell = states.get(0).mul(gate).add(tanh(states.get(1).mmul(shared.get(1))));
        return List.of(cell, gate.mul(tanh(cell)));
    }

    private static SDVariable rungeKutta(SDVariable y, SDVariable control, List<SDVariable> weights) {
        double h = 0.2;
        SDVariable k1 = field(y, control, weights);
        SDVariable k2 = field(y.add(k1.mul(h / 2)), control, weights);
        SDVariable k3 = field(y.add(k2.mul(h / 2)), control, weights);
        SDVariable k4 = field(y.add(k3.mul(h)), control, weights);
        return y.add(k1.add(k2.mul(2)).add(k3.mul(2)).add(k4).mul(h / 6));
    }

    private static SDVariable field(SDVariable y, SDVariable control, List<SDVariable> weights) {
        return tanh(tanh(y.mmul(weights.get(0)).add(control)).mmul(weights.get(1)));
    }

    private static SDVariable gru(SDVariable h, SDVariable x, List<SDVariable> weights) {
        SameDiff graph = h.getSameDiff();
        SDVariable update = graph.nn.sigmoid(h.mmul(weights.get(0)).add(x));
        SDVariable candidate = tanh(update.mul(h).mmul(weights.get(1)).add(x));
        return h.mul(update).add(candidate.mul(update.rsub(1)));
    }

    private static SDVariable tanh(SDVariable x) {
        return x.getSameDiff().math.tanh(x);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void equalsTheStepsWrittenOut(Case test) {
        Map<String, double[]> unrolled = run(test, DataType.DOUBLE, LoopTest::writtenOut);
        Map<String, double[]> looped = run(test, DataType.DOUBLE, LoopTest::looped);

        unrolled.forEach((name, values) -> assertArrayEquals(values, looped.get(name), 1e-12, name));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void inSinglePrecisionIsNearDouble(Case test) {
        Map<String, double[]> doubles = run(test, DataType.DOUBLE, LoopTest::looped);
        Map<String, double[]> floats = run(test, DataType.FLOAT, LoopTest::looped);

        doubles.forEach((name, values) -> assertArrayEquals(values, floats.get(name), SINGLE * Math.max(1, Arrays.stream(values).map(Math::abs).max().orElse(0)), name));
    }

    /** Makes last states and kept states of a case. */
    private interface Way {
        Loop.Result result(Case test, List<SDVariable> states, SDVariable controls, List<SDVariable> weights);
    }

    private static Loop.Result looped(Case test, List<SDVariable> states, SDVariable controls, List<SDVariable> weights) {
        return Loop.of(STEPS, test.every(), states, List.of(controls), weights, test.step());
    }

    private static Loop.Result writtenOut(Case test, List<SDVariable> initial, SDVariable controls, List<SDVariable> weights) {
        List<List<SDVariable>> kept = new ArrayList<>();
        List<SDVariable> states = initial;
        for (int i = 0; i < STEPS; i++) {
            SDVariable control = controls.getSameDiff().squeeze(controls.getSameDiff().gather(controls, new int[] {i}, 0), 0);
            states = test.step().next(states, List.of(control), weights);
            if ((i + 1) % test.every() == 0) {
                kept.add(states);
            }
        }
        SameDiff graph = controls.getSameDiff();
        List<SDVariable> path = new ArrayList<>();
        for (int i = 0; i < initial.size(); i++) {
            int state = i;
            path.add(graph.stack(0, kept.stream().map(all -> all.get(state)).toArray(SDVariable[]::new)));
        }
        return new Loop.Result(states, path);
    }

    private static Map<String, double[]> run(Case test, DataType type, Way way) {
        SameDiff graph = SameDiff.create();
        Map<String, INDArray> values = values(test.states());
        values.replaceAll((name, value) -> value.castTo(type));
        List<SDVariable> states = new ArrayList<>();
        for (int i = 0; i < test.states(); i++) {
            states.add(graph.var("state" + i, values.get("state" + i)));
        }
        Loop.Result result = way.result(test, states, graph.var("controls", values.get("controls")), List.of(graph.var("a", values.get("a")), graph.var("b", values.get("b"))));
        SDVariable loss = null;
        for (SDVariable output : Stream.concat(result.last().stream(), result.path().stream()).toList()) {
            SDVariable part = graph.math.square(output.mul(1.5).sub(0.2)).sum();
            loss = loss == null ? part : loss.mul(0.7).add(part);
        }
        try (ParameterSet parameters = new ParameterSet(values);
                CompiledTraining program = training(graph, Stream.concat(result.last().stream(), result.path().stream()).map(SDVariable::name).toList(), loss, parameters)) {
            Map<String, double[]> found = new LinkedHashMap<>();
            for (int twice = 0; twice < 2; twice++) {
                found.put("loss", new double[] {program.gradients()});
                for (int i = 0; i < test.states(); i++) {
                    found.put("last " + i, doubles(program.output(result.last().get(i).name())));
                    found.put("path " + i, doubles(program.output(result.path().get(i).name())));
                }
                values.keySet().forEach(name -> found.put("gradient of " + name, doubles(program.gradient(name))));
            }
            return found;
        }
    }

    @Test
    void masksAreNewInEveryStepAndTheSameInTheGradient() {
        SameDiff graph = SameDiff.create();
        INDArray start = Nd4j.ones(DataType.DOUBLE, 200);
        Loop.Result result = Loop.of(2, 2, List.of(graph.var("y", start)), List.of(), List.of(),
                (states, slices, shared) -> List.of(Dropout.of(states.get(0), 0.5, "mask")));
        SDVariable loss = result.last().get(0).sum();
        try (ParameterSet parameters = new ParameterSet(Map.of("y", start)); CompiledTraining program = training(graph, List.of(result.last().get(0).name()), loss, parameters)) {
            program.gradients();
            double[] output = doubles(program.output(result.last().get(0).name()));
            assertArrayEquals(output, doubles(program.gradient("y")), "the loss is linear");
            double kept = Stream.of(output).flatMapToDouble(Arrays::stream).filter(value -> value == 4).count();
            assertEquals(50, kept, 20, "a quarter survives two masks");
        }
    }

    @Test
    void memoryGrowsWithTheStatesKeptOnly() {
        long few = held(20, 1);
        long many = held(200, 1);
        long sparse = held(10_000, 100);

        // one state is 8000 bytes; the path holds them, and so does the gradient by it
        assertTrue(many - few <= 2 * 180 * 8000, "180 more states of 8000 bytes took " + (many - few));
        assertTrue(sparse - few <= 4 * 100 * 8000, "10,000 steps took " + sparse + " bytes, 20 steps took " + few);
    }

    private static long held(int steps, int every) {
        SameDiff graph = SameDiff.create();
        INDArray start = Nd4j.ones(DataType.DOUBLE, 10, 100);
        INDArray weights = Nd4j.eye(100).castTo(DataType.DOUBLE).muli(0.1);
        Loop.Result result = Loop.of(steps, every, List.of(graph.var("y", start)), List.of(), List.of(graph.var("w", weights)), (states, slices, shared) -> {
            SDVariable y = states.get(0);
            for (int layer = 0; layer < 10; layer++) {
                y = tanh(y.mmul(shared.get(0)));
            }
            return List.of(y);
        });
        SDVariable loss = result.last().get(0).sum();
        try (ParameterSet parameters = new ParameterSet(Map.of("y", start, "w", weights)); CompiledTraining program = training(graph, List.of(), loss, parameters)) {
            return program.memory();
        }
    }

    @Test
    void stateShapesMustStay() {
        SameDiff graph = SameDiff.create();
        SDVariable y = graph.var("y", Nd4j.ones(DataType.DOUBLE, 2, 3));
        Loop.Result result = Loop.of(2, 1, List.of(y), List.of(), List.of(), (states, slices, shared) -> List.of(states.get(0).sum(true, 1)));
        String message = refusal(graph, result.last().get(0));
        assertEquals("State 0 of a loop is DOUBLE [2, 3], but its step makes it DOUBLE [2, 1]", message);
    }

    @Test
    void sequencesMustBeAsLongAsTheLoop() {
        SameDiff graph = SameDiff.create();
        SDVariable y = graph.var("y", Nd4j.ones(DataType.DOUBLE, 3));
        Loop.Result result = Loop.of(2, 1, List.of(y), List.of(graph.constant(Nd4j.ones(DataType.DOUBLE, 5, 3))), List.of(),
                (states, slices, shared) -> List.of(states.get(0).add(slices.get(0))));
        assertEquals("A loop of 2 steps needs sequences of shape [2, ...], not [5, 3]", refusal(graph, result.last().get(0)));
    }

    @Test
    void aStepMayUseOnlyWhatItIsGiven() {
        SameDiff graph = SameDiff.create();
        SDVariable y = graph.var("y", Nd4j.ones(DataType.DOUBLE, 3));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Loop.of(2, 1, List.of(y), List.of(), List.of(), (states, slices, shared) -> List.of(y.mul(2))))
                .getMessage().contains("pass the variable among the shared ones"));
        assertThrows(IllegalArgumentException.class, () -> Loop.of(2, 3, List.of(y), List.of(), List.of(), (states, slices, shared) -> states));
    }

    private static String refusal(SameDiff graph, SDVariable output) {
        try (ParameterSet parameters = new ParameterSet(Map.of("y", graph.getVariable("y").getArr()))) {
            return assertThrows(IllegalArgumentException.class, () -> CompiledProgram.of(ProgramRequest.inference(parameters, output), new Alone())).getMessage();
        }
    }

    private static CompiledTraining training(SameDiff graph, List<String> outputs, SDVariable loss, ParameterSet parameters) {
        return CompiledTraining.of(new ProgramRequest(graph, outputs, Optional.of(loss.name()), parameters, Optional.of(Optimizer.of(new UpdateRule.Sgd(), 0)), 3),
                parameters, new Alone());
    }

    private static Map<String, INDArray> values(int states) {
        Random random = new Random(5);
        Map<String, INDArray> values = new LinkedHashMap<>();
        values.put("a", random(random, WIDTH, WIDTH));
        values.put("b", random(random, WIDTH, WIDTH));
        values.put("controls", random(random, STEPS, BATCH, WIDTH));
        for (int i = 0; i < states; i++) {
            values.put("state" + i, random(random, BATCH, WIDTH));
        }
        return values;
    }

    private static INDArray random(Random random, long... shape) {
        INDArray array = Nd4j.create(DataType.DOUBLE, shape);
        for (long i = 0; i < array.length(); i++) {
            array.putScalar(i, random.nextGaussian() * 0.6);
        }
        return array;
    }

    private static double[] doubles(INDArray array) {
        return array.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    }
}
