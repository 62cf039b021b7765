package org.espalier.compute.internal.update;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.Schedule;
import org.espalier.api.compute.UpdateRule;
import org.espalier.api.error.InputException;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.RowGradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;

class UpdatesTest {
    private static final double RATE = 0.1;
    private static final double DECAY = 0.02;
    private static final int STEPS = 6;

    static Stream<UpdateRule> rules() {
        return Stream.of(new UpdateRule.Sgd(), new UpdateRule.Momentum(0.9, false), new UpdateRule.Momentum(0.9, true), new UpdateRule.Adam(),
                new UpdateRule.AdamW(), new UpdateRule.Lamb(), new UpdateRule.Lars(), new UpdateRule.Adafactor());
    }

    static Stream<IUpdater> updaters() {
        return Stream.of(new Sgd(RATE), new Nesterovs(RATE, 0.8), new Adam(RATE, 0.8, 0.95, 1e-6));
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void equalsNd4jsUpdater(IUpdater updater) {
        double[] theirs = run(Optimizer.of(new UpdateRule.Native(updater), RATE).withWeightDecay(DECAY).withClipNorm(1.5), DataType.DOUBLE, 40, Team.SINGLE);
        double[] ours = run(Optimizer.of(updater).withWeightDecay(DECAY).withClipNorm(1.5), DataType.DOUBLE, 40, Team.SINGLE);

        assertArrayEquals(theirs, ours, 1e-12);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void followsItsFormula(UpdateRule rule) {
        double[] expected = new ByHand(rule, RATE, DECAY).run(start(12), STEPS);

        assertArrayEquals(expected, run(Optimizer.of(rule, RATE).withWeightDecay(DECAY), DataType.DOUBLE, 12, Team.SINGLE), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void singlePrecisionIsCloseToDouble(UpdateRule rule) {
        Optimizer optimizer = Optimizer.of(rule, RATE).withWeightDecay(DECAY).withClipNorm(30);

        assertArrayEquals(run(optimizer, DataType.DOUBLE, 6000, Team.SINGLE), run(optimizer, DataType.FLOAT, 6000, Team.SINGLE), 1e-5);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theThreadCountDoesNotShow(UpdateRule rule) {
        Optimizer optimizer = Optimizer.of(rule, RATE).withWeightDecay(DECAY).withClipNorm(30);

        assertArrayEquals(run(optimizer, DataType.FLOAT, 90_000, Team.SINGLE), run(optimizer, DataType.FLOAT, 90_000, new Backwards(3)), 0);
    }

    @Test
    void clippingScalesAllGradientsToTheNorm() {
        Optimizer plain = Optimizer.of(new UpdateRule.Sgd(), 1);
        try (NativeMemory memory = new NativeMemory()) {
            INDArray w = memory.block(DataType.DOUBLE, 2);
            INDArray g = memory.block(DataType.DOUBLE, 2).assign(Nd4j.createFromArray(3.0, 4.0));
            updates(plain.withClipNorm(1), w, g, memory, Team.SINGLE).apply(0);
            assertArrayEquals(new double[] {-0.6, -0.8}, w.toDoubleVector(), 1e-15);
            updates(plain.withClipNorm(6), w, g, memory, Team.SINGLE).apply(0);
            assertArrayEquals(new double[] {-3.6, -4.8}, w.toDoubleVector(), 1e-15, "5 is short enough");
            assertArrayEquals(new double[] {3, 4}, g.toDoubleVector(), "the gradient can still be read");
        }
    }

    @Test
    void theFirstStepOfAdamIsTheRateToSinglePrecision() {
        try (NativeMemory memory = new NativeMemory()) {
            INDArray w = memory.block(DataType.FLOAT, 3);
            INDArray g = memory.block(DataType.FLOAT, 3).assign(Nd4j.createFromArray(30f, -200f, 70f));
            updates(Optimizer.of(new UpdateRule.Adam(), RATE), w, g, memory, Team.SINGLE).apply(0);
            assertArrayEquals(new double[] {-RATE, RATE, -RATE}, w.toDoubleVector(), 3e-7 * RATE);
        }
    }

    @Test
    void adafactorKeepsSumsOfRowsAndColumnsOnly() {
        try (NativeMemory memory = new NativeMemory()) {
            INDArray w = memory.block(DataType.FLOAT, 2 * 30 * 40);
            State state = new State(new UpdateRule.Adafactor(), Map.of(DataType.FLOAT, w), Map.of(DataType.FLOAT, List.of(new Tensor("w", 0, new long[] {2, 30, 40}))), memory);
            assertEquals(2 * (30 + 40), state.arrays().get("state.float").length());
        }
    }

    @Test
    void theScheduleIsAskedAtEveryUpdate() {
        double[] w = run(new Optimizer(new UpdateRule.Sgd(), iteration -> iteration == 2 ? 1 : 0, 0, Optimizer.of(new Sgd(1)).clipNorm()), DataType.DOUBLE, 3, Team.SINGLE);
        double[] expected = start(3);
        double[] gradient = gradient(expected);
        for (int i = 0; i < 3; i++) {
            expected[i] -= gradient[i];
        }

        assertArrayEquals(expected, w, 1e-15, "only the third of six updates moved");
    }

    @Test
    void schedulesFollowTheirFormulas() {
        assertEquals(0.3, Schedule.constant(0.3).rate(7));
        assertEquals(0.4, Schedule.step(1.6, 0.5, 10).rate(29), 1e-15);
        assertEquals(0.4, Schedule.exponential(1.6, 0.25, 10).rate(10), 1e-15);
        assertEquals(0.8, Schedule.exponential(1.6, 0.25, 10).rate(5), 1e-15);
        assertEquals(0.5, Schedule.cosine(1, 100).rate(50), 1e-15);
        assertEquals(0, Schedule.cosine(1, 100).rate(1000), 1e-15);
        assertEquals(0.25, Schedule.linear(1, 100).rate(75), 1e-15);
        Schedule transformer = Schedule.inverseSquareRoot(2, 10).afterWarmUp(10);
        assertEquals(0.2, transformer.rate(0), 1e-15);
        assertEquals(2, transformer.rate(9), 1e-15);
        assertEquals(1, transformer.rate(40), 1e-15, "the root of 10 / 40");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThrows(IllegalArgumentException.class, () -> new UpdateRule.Momentum(1, false));
        assertThrows(IllegalArgumentException.class, () -> Optimizer.of(new UpdateRule.Sgd(), 1).withWeightDecay(-1));
        assertThrows(IllegalArgumentException.class, () -> Optimizer.of(new UpdateRule.Sgd(), 1).withClipNorm(0));
        assertThrows(IllegalArgumentException.class, () -> Schedule.cosine(1, 0));
    }

    @Test
    void namesTheLargestParameterIfTheStateIsTooLarge() {
        // 1.2 GB of parameters of which this has one
        INDArray parameters = Nd4j.create(Nd4j.create(DataType.FLOAT, 1).data(), new long[] {300_000_000}, new long[] {0}, 0, 'c');
        List<Tensor> tensors = List.of(new Tensor("bias", 0, new long[] {100}), new Tensor("table", 100, new long[] {299_999_900}));
        try (NativeMemory memory = new NativeMemory()) {
            String message = assertThrows(InputException.class, () -> new State(new UpdateRule.Adam(), Map.of(DataType.FLOAT, parameters), Map.of(DataType.FLOAT, tensors), memory)).getMessage();

            assertTrue(message.contains("needs 600000000 numbers of type FLOAT for 300000000 parameters, but 2 GB is the most. The largest is 'table' [299999900]"), message);
            assertEquals(0, memory.held());
        }
    }

    @Test
    void countsTheBytesOfTables() {
        try (NativeMemory memory = new NativeMemory()) {
            INDArray w = memory.block(DataType.FLOAT, 1010);
            INDArray g = memory.block(DataType.FLOAT, 10);
            List<Tensor> tensors = List.of(new Tensor("bias", 0, new long[] {10}), new Tensor("table", 10, new long[] {100, 10}));
            List<RowGradient> tables = List.of(new RowGradient(10, 100, 10, 3));
            Map<UpdateRule, Long> elements = Map.of(new UpdateRule.Sgd(), 2L * 1010 + 40, new UpdateRule.Adam(), 6L * 1010 + 40, new UpdateRule.Lazy(new UpdateRule.Adam()), 7L * 40);
            elements.forEach((rule, count) -> {
                State state = new State(rule, Map.of(DataType.FLOAT, w), Map.of(DataType.FLOAT, tensors), memory);
                Updates updates = new Updates(Optimizer.of(rule, RATE), state, Map.of(DataType.FLOAT, w), Map.of(DataType.FLOAT, g), Map.of(DataType.FLOAT, tensors), tables, memory, Team.SINGLE);
                assertEquals(Float.BYTES * count, updates.bytes(), rule::toString);
            });
        }
    }

    /** A vector of three and a matrix of the rest, in three columns. */
    private static double[] run(Optimizer optimizer, DataType type, int length, Team team) {
        try (NativeMemory memory = new NativeMemory()) {
            INDArray w = memory.block(type, length);
            INDArray g = memory.block(type, length);
            w.assign(Nd4j.createFromArray(start(length)));
            Updates updates = updates(optimizer, w, g, memory, team);
            for (int step = 0; step < STEPS; step++) {
                g.assign(Nd4j.createFromArray(gradient(w.castTo(DataType.DOUBLE).toDoubleVector())));
                updates.apply(step);
            }
            return w.castTo(DataType.DOUBLE).toDoubleVector();
        }
    }

    private static Updates updates(Optimizer optimizer, INDArray w, INDArray g, NativeMemory memory, Team team) {
        List<Tensor> tensors = w.length() <= 3 ? List.of(new Tensor("first", 0, new long[] {w.length()}))
                : List.of(new Tensor("first", 0, new long[] {3}), new Tensor("second", 3, new long[] {w.length() / 3 - 1, 3}));
        return new Updates(optimizer, new State(optimizer.rule(), Map.of(w.dataType(), w), Map.of(w.dataType(), tensors), memory), Map.of(w.dataType(), w), Map.of(w.dataType(), g),
                Map.of(w.dataType(), tensors), List.of(), memory, team);
    }

    private static double[] start(int length) {
        double[] w = new double[length];
        for (int i = 0; i < length; i++) {
            w[i] = Math.sin(i + 1);
        }
        return w;
    }

    /** Of the sum of (w_i - cos i)^2 / 2. */
    static double[] gradient(double[] w) {
        double[] g = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            g[i] = w[i] - Math.cos(i);
        }
        return g;
    }

    /** Runs the parts in reverse order. */
    private record Backwards(int size) implements Team {
        @Override
        public void run(IntConsumer part) {
            for (int i = size - 1; i >= 0; i--) {
                part.accept(i);
            }
        }
    }
}
