package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramCache;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.Schedule;
import org.espalier.api.compute.UpdateRule;
import org.espalier.compute.internal.memory.Budget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;

/** One training, stepped by a program for each size of a batch. */
class SharedStateTest {
    private static final int[] BATCHES = {5, 5, 2, 5, 1, 2, 5, 7, 1, 5};
    private static final int INPUTS = 3;
    private static final int HIDDEN = 4;
    private static final int ROWS = 6;

    static Stream<IUpdater> updaters() {
        return Stream.of(new Adam(0.05), new Nesterovs(0.05, 0.9), new AMSGrad(0.05), new AdaGrad(0.05));
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void equalsOneSameDiffSessionThatIsFedTheSameBatches(IUpdater updater) {
        List<Double> losses = new ArrayList<>();
        Map<String, INDArray> expected = trajectory(updater, DataType.DOUBLE, losses);
        try (Training training = new Training(Optimizer.of(updater), DataType.DOUBLE, 4)) {
            assertArrayEquals(losses.stream().mapToDouble(Double::doubleValue).toArray(), training.steps(0, BATCHES.length), 1e-12);
            expected.forEach((name, values) -> assertArrayEquals(values.reshape(-1).toDoubleVector(), training.values(name), 1e-12, name));
            assertEquals(BATCHES.length, training.state.iteration());
        }
    }

    /** The table's gradient is kept by rows in small batches, and dense in those that read at least as many rows as it has. */
    @Test
    void tablesMayBeTrainedByRowsInOneProgramAndDenselyInAnother() {
        Adam updater = new Adam(0.05);
        Map<String, INDArray> expected = trajectory(updater, DataType.FLOAT, new ArrayList<>());
        try (Training training = new Training(Optimizer.of(updater), DataType.FLOAT, 4)) {
            training.steps(0, BATCHES.length);
            expected.forEach((name, values) -> assertArrayEquals(values.castTo(DataType.DOUBLE).reshape(-1).toDoubleVector(), training.values(name), 1e-5, name));
        }
    }

    @Test
    void programsThatAreClosedAndMadeAnewChangeNothing() {
        Optimizer optimizer = Optimizer.of(new UpdateRule.AdamW(), Schedule.cosine(0.05, 8)).withWeightDecay(0.1).withClipNorm(0.5);
        try (Training many = new Training(optimizer, DataType.FLOAT, 4); Training one = new Training(optimizer, DataType.FLOAT, 1)) {
            assertArrayEquals(many.steps(0, BATCHES.length), one.steps(0, BATCHES.length));
            assertArrayEquals(many.values("table"), one.values("table"));
            assertEquals(4, many.compiled);
            assertEquals(9, one.compiled);
        }
    }

    @Test
    void continuesBitEqualFromACheckpointInAnotherShape() throws IOException {
        Optimizer optimizer = Optimizer.of(new UpdateRule.Adam(), 0.05);
        ByteArrayOutputStream weights = new ByteArrayOutputStream();
        ByteArrayOutputStream state = new ByteArrayOutputStream();
        try (Training through = new Training(optimizer, DataType.FLOAT, 4); Training resumed = new Training(optimizer, DataType.FLOAT, 4)) {
            through.steps(0, 4);
            through.parameters.writeTo(weights);
            through.state.writeTo(state);

            resumed.parameters.readFrom(new ByteArrayInputStream(weights.toByteArray()));
            resumed.state.readFrom(new ByteArrayInputStream(state.toByteArray()));

            assertArrayEquals(through.steps(4, BATCHES.length), resumed.steps(4, BATCHES.length));
        }
    }

    /** What SameDiff's session and ND4J's updater make of the batches; rows of the table are taken by a product, whose gradient the session gets right. */
    private static Map<String, INDArray> trajectory(IUpdater config, DataType type, List<Double> losses) {
        SameDiff graph = SameDiff.create();
        start(type).forEach(graph::var);
        String loss = loss(graph, graph.oneHot(graph.placeHolder("x", DataType.INT32, -1), ROWS, -1, 1, 0, type).mmul(graph.getVariable("table")), graph.placeHolder("y", type, -1, 1));
        graph.setLossVariables(loss);
        Map<String, GradientUpdater<?>> updaters = new LinkedHashMap<>();
        start(type).forEach((name, value) -> updaters.put(name, config.instantiate(Nd4j.create(type, 1, config.stateSize(value.length())), true)));
        for (int step = 0; step < BATCHES.length; step++) {
            Map<String, INDArray> batch = batch(type, step);
            losses.add(graph.outputSingle(batch, loss).getDouble(0));
            int iteration = step;
            graph.calculateGradients(batch, updaters.keySet()).forEach((name, gradient) -> {
                INDArray update = gradient.dup('c').reshape(1, gradient.length());
                updaters.get(name).applyUpdater(update, iteration, 0);
                INDArray variable = graph.getVariable(name).getArr();
                variable.subi(update.reshape(variable.shape()));
            });
        }
        Map<String, INDArray> end = new LinkedHashMap<>();
        updaters.keySet().forEach(name -> end.put(name, graph.getVariable(name).getArr()));
        return end;
    }

    private static Map<String, INDArray> start(DataType type) {
        Map<String, INDArray> start = new LinkedHashMap<>();
        start.put("table", waves(type, 0.3, ROWS, INPUTS));
        start.put("w", waves(type, 0.7, INPUTS, HIDDEN));
        start.put("v", waves(type, 1.1, HIDDEN, 1));
        return start;
    }

    /** A hidden layer and a mean squared error. */
    private static String loss(SameDiff graph, SDVariable x, SDVariable y) {
        SDVariable out = graph.math.tanh(x.mmul(graph.getVariable("w"))).mmul(graph.getVariable("v"));
        return graph.math.square(out.sub(y)).mean().name();
    }

    private static Map<String, INDArray> batch(DataType type, int step) {
        int size = BATCHES[step];
        INDArray x = Nd4j.create(DataType.INT32, size);
        for (int i = 0; i < size; i++) {
            x.putScalar(i, (step * 5 + i * i) % ROWS);
        }
        return Map.of("x", x, "y", waves(type, step + 0.9, size, 1));
    }

    private static INDArray waves(DataType type, double frequency, long... shape) {
        INDArray values = Nd4j.create(type, shape);
        for (long i = 0; i < values.length(); i++) {
            values.putScalar(i, Math.sin(frequency * (i + 1)));
        }
        return values;
    }

    /** The same with compiled programs. */
    private static final class Training implements AutoCloseable {
        private final DataType type;
        private final ParameterSet parameters;
        private final TrainingState state;
        private final ProgramCache<Integer, CompiledTraining> programs;
        private int compiled;

        Training(Optimizer optimizer, DataType type, int programs) {
            this.type = type;
            this.parameters = new ParameterSet(start(type));
            this.state = new TrainingState(parameters, optimizer, Budget.UNLIMITED);
            this.programs = new ProgramCache<>(programs, this::program, CompiledTraining::close);
        }

        private CompiledTraining program(int batch) {
            compiled++;
            SameDiff graph = SameDiff.create();
            start(type).forEach(graph::var);
            String loss = loss(graph, graph.gather(graph.getVariable("table"), graph.placeHolder("x", DataType.INT32, batch), 0), graph.placeHolder("y", type, batch, 1));
            return CompiledTraining.of(new ProgramRequest(graph, List.of(), Optional.of(loss), parameters, Optional.of(state.optimizer()), 0), state, new Alone());
        }

        /** Losses. */
        double[] steps(int from, int to) {
            double[] losses = new double[to - from];
            for (int step = from; step < to; step++) {
                CompiledTraining program = programs.get(BATCHES[step]);
                batch(type, step).forEach(program::feed);
                losses[step - from] = program.step();
            }
            return losses;
        }

        double[] values(String name) {
            return parameters.arrays().get(name).castTo(DataType.DOUBLE).reshape(-1).toDoubleVector();
        }

        @Override
        public void close() {
            state.close();
            parameters.close();
        }
    }
}
