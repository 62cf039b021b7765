package org.espalier.gndnets.internal.model;

import java.util.Map;

import org.espalier.api.compute.op.SparseMatmul;
import org.espalier.api.compute.op.SparseOperand;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.gndnets.internal.Golden;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

import com.fasterxml.jackson.databind.JsonNode;

/** Dropout with the masks of a golden case, which hold 1 / (1 - rate) where an entry is kept. After the selection of training nodes only their rows are left. */
record FixedMasks(JsonNode masks, int[] train, DataType type) implements Dropping {
    private static final Map<String, String> NAMES = Map.of("features", "m1", "transformed", "m2", "hidden", "m3", "scores", "m4");

    @Override
    public SDVariable product(SparseOperand sparse, SDVariable dense, String stream) {
        CsrMatrix matrix = sparse.matrix();
        double[] values = matrix.values().clone();
        for (int r = 0; r < matrix.rows(); r++) {
            for (int e = matrix.rowStart()[r]; e < matrix.rowStart()[r + 1]; e++) {
                values[e] *= masks.get(NAMES.get(stream)).get(r).get(matrix.columns()[e]).asDouble();
            }
        }
        return SparseMatmul.of(SparseOperand.of(matrix.withValues(values)), dense);
    }

    @Override
    public SDVariable of(SDVariable input, String stream) {
        JsonNode mask = masks.get(NAMES.get(stream));
        boolean selected = stream.equals("hidden") || stream.equals("scores");
        double[] all = Golden.numbers(mask);
        int width = mask.get(0).size();
        double[] rows = selected ? new double[train.length * width] : all;
        for (int i = 0; selected && i < train.length; i++) {
            System.arraycopy(all, train[i] * width, rows, i * width, width);
        }
        return input.mul(input.getSameDiff().constant("mask " + stream, Nd4j.createFromArray(rows).reshape(-1, width).castTo(type)));
    }
}
