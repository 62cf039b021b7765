package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.UpdateRule;
import org.espalier.api.compute.op.Embedding;
import org.espalier.compute.internal.ThreadCounts;
import org.espalier.compute.internal.kernel.Backwards;
import org.espalier.compute.internal.kernel.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Tables whose gradients are kept by rows. */
class TableTest {
    /** Enough for several threads. */
    private static final int BATCH = 240;
    private static final int FIELDS = 6;
    private static final int ROWS = 1700;
    private static final int WIDTH = 12;
    private static final int STEPS = 7;

    static Stream<Optimizer> optimizers() {
        return Stream.of(Optimizer.of(new UpdateRule.Sgd(), 0.1), Optimizer.of(new UpdateRule.Momentum(0.9, true), 0.1), Optimizer.of(new UpdateRule.Adam(), 0.01),
                Optimizer.of(new UpdateRule.AdamW(), 0.01).withWeightDecay(0.1), Optimizer.of(new UpdateRule.Adam(), 0.01).withWeightDecay(0.01));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void trainAsWithADenseGradientBitForBit(Optimizer optimizer) {
        assertArrayEquals(trained(optimizer, false, Team.SINGLE), trained(optimizer, true, Team.SINGLE));
    }

    @Test
    void areClippedAsWithADenseGradient() {
        Optimizer clipped = Optimizer.of(new UpdateRule.Adam(), 0.01).withClipNorm(0.5);

        assertArrayEquals(trained(clipped, false, Team.SINGLE), trained(clipped, true, Team.SINGLE), 1e-5f);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void theThreadCountDoesNotShow(Optimizer optimizer) {
        ThreadCounts.sameBits(team -> trained(optimizer, true, team));
    }

    @Test
    void rowsThatNeverOccurStayIfLazy() {
        try (Fields fields = new Fields(Optimizer.of(new UpdateRule.Lazy(new UpdateRule.Adam()), 0.01), true, Team.SINGLE)) {
            float[] before = fields.table();
            fields.train();
            float[] after = fields.table();
            boolean[] occurred = new boolean[ROWS];
            for (int step = 0; step < STEPS; step++) {
                Arrays.stream(Fields.indices(step).data().asInt()).filter(row -> row >= 0).forEach(row -> occurred[row] = true);
            }
            for (int row = 0; row < ROWS; row++) {
                boolean same = Arrays.equals(before, row * WIDTH, (row + 1) * WIDTH, after, row * WIDTH, (row + 1) * WIDTH);
                assertEquals(!occurred[row], same, "row " + row);
            }
        }
    }

    @Test
    void lazyGradientDescentIsGradientDescent() {
        assertArrayEquals(trained(Optimizer.of(new UpdateRule.Sgd(), 0.1), true, Team.SINGLE),
                trained(Optimizer.of(new UpdateRule.Lazy(new UpdateRule.Sgd()), 0.1), true, new Backwards(3)));
    }

    @Test
    void theFirstLazyStepMovesARowAsAdamDoes() {
        float[] adam = trained(Optimizer.of(new UpdateRule.Adam(), 0.01), true, Team.SINGLE, 1);

        assertArrayEquals(adam, trained(Optimizer.of(new UpdateRule.Lazy(new UpdateRule.Adam()), 0.01), true, Team.SINGLE, 1));
    }

    @Test
    void needNoDenseGradient() {
        Optimizer adam = Optimizer.of(new UpdateRule.Adam(), 0.01);
        try (Fields byRows = new Fields(adam, true, Team.SINGLE); Fields dense = new Fields(adam, false, Team.SINGLE)) {
            long table = (long) ROWS * WIDTH * Float.BYTES;
            assertTrue(byRows.program.memory() <= dense.program.memory() - table, byRows.program.memory() + " against " + dense.program.memory());
        }
    }

    @Test
    void showTheWholeGradientToThoseWhoAsk() {
        Optimizer sgd = Optimizer.of(new UpdateRule.Sgd(), 0.1);
        try (Fields byRows = new Fields(sgd, true, Team.SINGLE); Fields dense = new Fields(sgd, false, Team.SINGLE)) {
            byRows.train();
            dense.train();
            assertArrayEquals(dense.program.gradient("m-table").data().asFloat(), byRows.program.gradient("m-table").dup().data().asFloat(), 1e-12f);
        }
    }

    @Test
    void continueFromTheirState() throws IOException {
        Optimizer adam = Optimizer.of(new UpdateRule.Adam(), 0.01);
        try (Fields first = new Fields(adam, true, Team.SINGLE); Fields second = new Fields(adam, true, Team.SINGLE)) {
            first.train();
            ByteArrayOutputStream state = new ByteArrayOutputStream();
            first.program.writeState(state);
            second.parameters.restore(first.parameters.snapshot());
            second.program.readState(new ByteArrayInputStream(state.toByteArray()));
            assertFalse(Arrays.equals(first.table(), trained(adam, true, Team.SINGLE, 1)));
            first.train();
            second.train();
            assertArrayEquals(first.table(), second.table());
        }
    }

    private static float[] trained(Optimizer optimizer, boolean byRows, Team team) {
        return trained(optimizer, byRows, team, STEPS);
    }

    private static float[] trained(Optimizer optimizer, boolean byRows, Team team, int steps) {
        try (Fields fields = new Fields(optimizer, byRows, team)) {
            fields.train(steps);
            return fields.table();
        }
    }

    /** A table between two other parameters, looked up by indices of which some occur often and some are padding. */
    private static final class Fields implements AutoCloseable {
        private final ParameterSet parameters;
        private final CompiledTraining program;

        /** @param byRows whether nothing else reads the table */
        Fields(Optimizer optimizer, boolean byRows, Team team) {
            Random random = new Random(5);
            SameDiff graph = SameDiff.create();
            SDVariable table = graph.var("m-table", floats(random, ROWS, WIDTH));
            SDVariable indices = graph.placeHolder("indices", DataType.INT32, BATCH, FIELDS);
            SDVariable rows = Embedding.of(table, indices.reshape(BATCH * FIELDS)).mul(graph.var("a-gain", floats(random, WIDTH))).reshape(BATCH, FIELDS * WIDTH);
            SDVariable loss = graph.math.square(graph.math.tanh(rows).mmul(graph.var("z-weights", floats(random, FIELDS * WIDTH, 1)))).sub(0.3).sum().mul(0.1);
            SDVariable all = byRows ? loss : loss.add(table.sum().mul(0));
            parameters = new ParameterSet(Map.of("m-table", table.getArr(), "a-gain", graph.getVariable("a-gain").getArr(), "z-weights", graph.getVariable("z-weights").getArr()));
            program = CompiledTraining.of(new ProgramRequest(graph, List.of(), Optional.of(all.name()), parameters, Optional.of(optimizer), 0), parameters, new Alone(team));
        }

        private static INDArray floats(Random random, long... shape) {
            return Nd4j.createFromArray(random.doubles(Arrays.stream(shape).reduce(1, (a, b) -> a * b), -1, 1).toArray()).castTo(DataType.FLOAT).reshape(shape);
        }

        static INDArray indices(int step) {
            Random random = new Random(step);
            int[] indices = random.ints(BATCH * FIELDS, -1, ROWS).map(row -> random.nextInt(3) == 0 ? row % 5 : row).toArray();
            return Nd4j.createFromArray(indices).reshape(BATCH, FIELDS);
        }

        void train() {
            train(STEPS);
        }

        void train(int steps) {
            for (int step = 0; step < steps; step++) {
                program.feed("indices", indices(step));
                program.step();
            }
        }

        float[] table() {
            return parameters.arrays().get("m-table").dup().data().asFloat();
        }

        @Override
        public void close() {
            program.close();
            parameters.close();
        }
    }
}
