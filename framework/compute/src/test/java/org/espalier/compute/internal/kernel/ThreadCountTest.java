package org.espalier.compute.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.espalier.compute.internal.ThreadCounts;
import org.espalier.compute.internal.memory.NativeMemory;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2DDerivative;
import org.nd4j.linalg.api.ops.impl.shape.Gather;
import org.nd4j.linalg.api.ops.impl.shape.Transpose;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.AddOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.bp.MulBpOp;
import org.nd4j.linalg.factory.Nd4j;

/** Kernels over arrays long enough for several threads. */
class ThreadCountTest {
    private static final int ROWS = 701;
    private static final int COLUMNS = 123;

    private final INDArray matrix = random(1, ROWS, COLUMNS);
    private final INDArray column = random(2, ROWS, 1);

    @Test
    void doesNotShowInBroadcasts() {
        float[] one = ThreadCounts.sameBits(team -> run(new AddOp(), team, List.of(matrix, column), matrix.ulike()));
        assertEquals(matrix.getFloat(700, 122) + column.getFloat(700), one[one.length - 1]);
    }

    @Test
    void doesNotShowInSums() {
        INDArray gradient = random(3, ROWS, COLUMNS);
        float[] one = ThreadCounts.sameBits(team -> run(new MulBpOp(), team, List.of(matrix, column, gradient), matrix.ulike(), column.ulike()));
        assertEquals(matrix.mul(gradient).sum(1).getFloat(700), one[one.length - 1], 1e-4);
    }

    @Test
    void doesNotShowInSumsOverRows() {
        INDArray gradient = random(3, ROWS, COLUMNS);
        INDArray row = random(4, 1, COLUMNS);
        float[] one = ThreadCounts.sameBits(team -> run(new MulBpOp(), team, List.of(matrix, row, gradient), matrix.ulike(), row.ulike()));
        assertEquals(matrix.mul(gradient).sum(0).getFloat(122), one[one.length - 1], 1e-4);
    }

    @Test
    void doesNotShowInTranspositions() {
        Transpose op = new Transpose();
        INDArray turned = Nd4j.create(DataType.FLOAT, COLUMNS, ROWS);
        float[] one = ThreadCounts.sameBits(team -> run(op, team, List.of(matrix), turned.ulike()));
        assertArrayEquals(matrix.transpose().dup('c').data().asFloat(), one);
    }

    @Test
    void doesNotShowInGatheredRows() {
        SameDiff graph = SameDiff.create();
        INDArray rows = Nd4j.createFromArray(new Random(4).ints(3000, 0, ROWS).toArray());
        DynamicCustomOp op = new Gather(graph, graph.var("x", matrix), graph.constant("rows", rows), 0);
        INDArray gathered = Nd4j.create(DataType.FLOAT, 3000, COLUMNS);
        float[] one = ThreadCounts.sameBits(team -> run(op, team, List.of(matrix, rows), gathered.ulike()));
        assertEquals(matrix.getFloat(rows.getInt(2999), 122), one[one.length - 1]);
    }

    @Test
    void doesNotShowInConvolutions() {
        INDArray images = random(5, 6, 2 * 9 * 11).reshape(6, 2, 9, 11);
        INDArray weights = random(6, 3 * 3, 2 * 4).reshape(3, 3, 2, 4);
        INDArray gradient = random(7, 6, 4 * 9 * 11).reshape(6, 4, 9, 11);
        DynamicCustomOp op = new Conv2DDerivative();
        op.addIArgument(3, 3, 1, 1, 0, 0, 1, 1, 1, 0, 0);
        float[] one = ThreadCounts.sameBits(team -> run(op, team, List.of(images, weights, gradient), images.ulike(), weights.ulike()));
        assertTrue(Nd4j.createFromArray(one).norm2Number().doubleValue() > 1);
    }

    /** The values of the last output. */
    private static float[] run(DynamicCustomOp op, Team team, List<INDArray> inputs, INDArray... outputs) {
        try (NativeMemory memory = new NativeMemory()) {
            new Kernels(team, 0, memory).create(new Site(op, "out", inputs, List.of(outputs))).run(0);
        }
        return outputs[outputs.length - 1].data().asFloat();
    }

    private static INDArray random(int seed, int rows, int columns) {
        return Nd4j.createFromArray(new Random(seed).doubles((long) rows * columns, -1, 1).toArray()).castTo(DataType.FLOAT).reshape(rows, columns);
    }
}
