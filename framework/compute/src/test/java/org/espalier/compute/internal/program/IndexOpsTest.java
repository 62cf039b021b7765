package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.UpdateRule;
import org.espalier.api.compute.op.Embedding;
import org.espalier.api.error.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Ops over indices that SameDiff lacks or cannot run itself. */
class IndexOpsTest {
    private static final INDArray TABLE = Nd4j.createFromArray(new double[][] {{1, 2}, {3, 4}, {5, 6}});

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void embeddingsAreRowsAndPaddingIsZero(DataType type) {
        Result result = run(TABLE.castTo(type), Nd4j.createFromArray(new int[][] {{2, -1}, {0, 2}}), indices -> Embedding.of(table(indices), indices));

        assertArrayEquals(new double[] {5, 6, 0, 0, 1, 2, 5, 6}, result.output);
        assertArrayEquals(new double[] {1, 1, 0, 0, 2, 2}, result.gradient);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void severalValuesOfAFieldAreWeighted(DataType type) {
        Result result = run(TABLE.castTo(type), Nd4j.createFromArray(new long[][] {{2, 1, -1}, {0, -1, -1}}), indices -> Embedding.weightedSum(table(indices), indices,
                indices.getSameDiff().constant(Nd4j.createFromArray(new double[][] {{0.5, 2, 7}, {-1, 0, 0}}).castTo(type))));

        assertArrayEquals(new double[] {8.5, 11, -1, -2}, result.output, 1e-12);
        assertArrayEquals(new double[] {-1, -1, 2, 2, 0.5, 0.5}, result.gradient, 1e-12);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void updatesOfRowsReplaceThem(DataType type) {
        Result result = run(TABLE.castTo(type), Nd4j.createFromArray(1, 0, 1), indices -> indices.getSameDiff().scatterUpdate(table(indices), indices,
                indices.getSameDiff().constant(Nd4j.createFromArray(new double[][] {{7, 7}, {8, 8}, {9, 9}}).castTo(type))));

        assertArrayEquals(new double[] {8, 8, 9, 9, 5, 6}, result.output);
        assertArrayEquals(new double[] {0, 0, 0, 0, 1, 1}, result.gradient);
    }

    @Test
    void anEmptySegmentHasNoGreatest() {
        Result result = run(TABLE, Nd4j.createFromArray(2, 0, 2), indices -> indices.getSameDiff().unsortedSegmentMax(table(indices), indices, 3));

        assertArrayEquals(new double[] {3, 4, 0, 0, 5, 6}, result.output);
        assertArrayEquals(new double[] {0, 0, 1, 1, 1, 1}, result.gradient);
    }

    @ParameterizedTest
    @EnumSource(names = {"INT", "LONG"})
    void namesThePlaceholderOfAWrongIndex(DataType type) {
        InputException wrong = assertThrows(InputException.class,
                () -> run(TABLE, Nd4j.createFromArray(0, 3).castTo(type), indices -> Embedding.of(table(indices), indices.reshape(2, 1))));

        assertEquals("Values of placeholder 'indices' are used as indices, and the one at place 1 is 3, but what they index has size 3: expected 0 to 2, or -1 for none", wrong.getMessage());
    }

    @Test
    void namesThePlaceholderOfAWrongIndexOfGather() {
        InputException wrong = assertThrows(InputException.class,
                () -> run(TABLE, Nd4j.createFromArray(-1), indices -> indices.getSameDiff().gather(table(indices), indices, 0)));

        assertEquals("Values of placeholder 'indices' are used as indices, and the one at place 0 is -1, but what they index has size 3: expected 0 to 2", wrong.getMessage());
    }

    private static SDVariable table(SDVariable indices) {
        return indices.getSameDiff().getVariable("table");
    }

    private record Result(double[] output, double[] gradient) {
    }

    /** The output, and the gradient of its sum by the table. */
    private static Result run(INDArray table, INDArray fed, Function<SDVariable, SDVariable> op) {
        SameDiff graph = SameDiff.create();
        graph.var("table", table);
        SDVariable output = op.apply(graph.placeHolder("indices", fed.dataType(), fed.shape()));
        SDVariable loss = output.sum();
        try (ParameterSet parameters = new ParameterSet(Map.of("table", table));
                CompiledTraining program = CompiledTraining.of(new ProgramRequest(graph, List.of(output.name()), Optional.of(loss.name()), parameters,
                        Optional.of(Optimizer.of(new UpdateRule.Sgd(), 0.1)), 0), parameters, new Alone())) {
            program.feed("indices", fed);
            program.gradients();
            return new Result(program.output(output.name()).dup('c').data().asDouble(), program.gradient("table").dup('c').data().asDouble());
        }
    }
}
