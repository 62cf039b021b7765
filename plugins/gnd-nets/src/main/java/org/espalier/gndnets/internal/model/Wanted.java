package org.espalier.gndnets.internal.model;

import java.util.Optional;

import org.espalier.api.compute.op.SparseMatmul;
import org.espalier.api.compute.op.SparseOperand;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.graph.GraphMatrices;
import org.nd4j.autodiff.samediff.SDVariable;

/** The nodes whose class scores a network is to make: all, or some, in an order. */
final class Wanted {
    private final Optional<int[]> nodes;

    private Wanted(Optional<int[]> nodes) {
        this.nodes = nodes;
    }

    static Wanted all() {
        return new Wanted(Optional.empty());
    }

    static Wanted only(int[] nodes) {
        return new Wanted(Optional.of(nodes));
    }

    /** Which; empty for all. */
    Optional<int[]> nodes() {
        return nodes;
    }

    /** Their rows of a sparse matrix [N, m]. */
    CsrMatrix of(CsrMatrix matrix) {
        return nodes.map(some -> GraphMatrices.rows(matrix, some)).orElse(matrix);
    }

    /**
     * Their rows of a dense matrix [N, m].
     *
     * @param all N
     */
    SDVariable of(SDVariable matrix, int all) {
        return nodes.map(some -> SparseMatmul.of(SparseOperand.of(GraphMatrices.rows(GraphMatrices.identity(all), some)), matrix)).orElse(matrix);
    }
}
