package org.espalier.gndnets.internal.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.espalier.api.compute.op.EdgeSoftmax;
import org.espalier.api.compute.op.SparseMatmul;
import org.espalier.api.compute.op.SparseOperand;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.graph.CsrBuilder;
import org.espalier.data.graph.GraphMatrices;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Attention of some nodes, the rows, to their neighbours, by several heads. Each makes out_i = sum over j of drop(a_ij) drop(z_j), where a_i = softmax over j of
 * LeakyReLU(s . z_i + t . z_j). All heads are done together and edge by edge, E in all; products with matrices of ones take nodes to edges and back.
 */
final class Attention {
    private static final double SLOPE = 0.2;

    private final SparseOperand source;
    private final SparseOperand target;
    private final SparseOperand total;
    private final CsrMatrix edges;

    /**
     * @param neighbourhoods [N, N]; an entry (i, j) lets i attend to j. Every row has one
     * @param wanted         the nodes that attend
     */
    Attention(CsrMatrix neighbourhoods, Wanted wanted) {
        int nodes = neighbourhoods.rows();
        CsrMatrix wantedRows = wanted.of(neighbourhoods);
        int[] node = wanted.of(GraphMatrices.identity(nodes)).columns();
        int[] rows = rowOfEachEntry(wantedRows);
        this.source = picking(wantedRows.columns(), nodes);
        this.target = picking(Arrays.stream(rows).map(r -> node[r]).toArray(), nodes);
        this.edges = wantedRows;
        this.total = SparseOperand.of(picking(rows, wantedRows.rows()).transposed());
    }

    /**
     * One head.
     *
     * @param z Z, [N, width]
     * @param s [width, 1]
     * @param t [width, 1]
     */
    record Head(SDVariable z, SDVariable s, SDVariable t) {
        SDVariable ofTarget() {
            return z.mmul(s);
        }

        SDVariable ofSource() {
            return z.mmul(t);
        }
    }

    /**
     * What each wanted node takes from its neighbours, head beside head: [wanted, heads * width].
     *
     * @param width of each head
     * @param layer part of the names of dropout streams
     */
    SDVariable of(List<Head> heads, int width, Dropping dropping, String layer, Weights weights) {
        SDVariable attention = dropping.of(attention(heads), "attention " + layer); // [E, heads]
        SDVariable taken = SparseMatmul.of(source, dropping.of(joined(heads, Head::z), "transformed " + layer)); // [E, heads * width]
        SDVariable repeated = attention.mmul(weights.constant("repeat " + layer, repeating(heads.size(), width), heads.size(), heads.size() * width));
        return SparseMatmul.of(total, taken.mul(repeated));
    }

    private static SDVariable joined(List<Head> heads, Function<Head, SDVariable> part) {
        SDVariable[] parts = heads.stream().map(part).toArray(SDVariable[]::new);
        return parts.length == 1 ? parts[0] : parts[0].getSameDiff().concat(1, parts);
    }

    /** Repeats each of so many columns {@code width} times. */
    private static double[] repeating(int columns, int width) {
        double[] ones = new double[columns * columns * width];
        for (int c = 0; c < columns; c++) {
            Arrays.fill(ones, c * (columns + 1) * width, (c * (columns + 1) + 1) * width, 1);
        }
        return ones;
    }

    /** In parts, because ND4J's own rounds the slope to single precision. */
    private static SDVariable leakyRelu(SDVariable x) {
        return x.getSameDiff().nn().relu(x, 0).mul(1 - SLOPE).add(x.mul(SLOPE));
    }

    /** Softmax over the edges of each row, [E, heads]. */
    private SDVariable attention(List<Head> heads) {
        SDVariable ofTargets = SparseMatmul.of(target, joined(heads, Head::ofTarget));
        SDVariable ofNodes = joined(heads, Head::ofSource);
        SDVariable scores = leakyRelu(ofTargets.add(SparseMatmul.of(source, ofNodes)));
        return EdgeSoftmax.of(edges, scores);
    }

    /** [picked, all] with a one per row. */
    private static SparseOperand picking(int[] picked, int all) {
        CsrBuilder ones = new CsrBuilder(picked.length, all);
        for (int r = 0; r < picked.length; r++) {
            ones.add(r, picked[r], 1);
        }
        return SparseOperand.of(ones.build(Double::sum));
    }

    private static int[] rowOfEachEntry(CsrMatrix matrix) {
        int[] rows = new int[matrix.entries()];
        for (int r = 0; r < matrix.rows(); r++) {
            Arrays.fill(rows, matrix.rowStart()[r], matrix.rowStart()[r + 1], r);
        }
        return rows;
    }
}
