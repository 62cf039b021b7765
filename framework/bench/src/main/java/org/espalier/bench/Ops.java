package org.espalier.bench;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;

import org.espalier.api.compute.op.SparseMatmul;
import org.espalier.api.compute.op.SparseOperand;
import org.espalier.api.tensor.CsrMatrix;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** Single ops. Where a name ends in {@code -grad}, the gradient by the input is computed too. */
final class Ops {
    private Ops() {
    }

    /** Product of two square matrices. */
    static Case matmul(int n) {
        SameDiff graph = SameDiff.create();
        return Case.forward(Graphs.parameter(graph, "a", n, n).mmul(Graphs.parameter(graph, "b", n, n)));
    }

    /** Five element-wise ops, two with a scalar and one with a row: sigmoid(relu(2 x + row) * 0.5). */
    static Case chain(int elements) {
        SameDiff graph = SameDiff.create();
        int width = 100;
        SDVariable x = Graphs.parameter(graph, "x", elements / width, width);
        SDVariable row = Graphs.parameter(graph, "row", width);
        return Case.forward(graph.nn.sigmoid(graph.nn.relu(x.mul(2).add(row), 0).mul(0.5)));
    }

    static Case softmax(int rows, int columns) {
        SDVariable x = Graphs.parameter(SameDiff.create(), "x", rows, columns);
        return Case.forward(x.getSameDiff().nn.softmax(x, 1));
    }

    /** Bias and GELU, the forms of it that each side has by that name: here the sigmoid's, in PyTorch the error function's. */
    static Case gelu(int rows, int columns, boolean gradient) {
        SameDiff graph = SameDiff.create();
        SDVariable x = Graphs.parameter(graph, "x", rows, columns);
        SDVariable y = graph.nn.gelu(x.add(Graphs.parameter(graph, "bias", columns)));
        return gradient ? Case.gradients(y.mul(graph.constant(Graphs.uniform(0, 1, rows, columns))).sum()) : Case.forward(y);
    }

    static Case layerNorm(int rows, int columns, boolean gradient) {
        SameDiff graph = SameDiff.create();
        SDVariable x = Graphs.parameter(graph, "x", rows, columns);
        SDVariable norm = graph.nn.layerNorm(x, Graphs.parameter(graph, "gain", columns), Graphs.parameter(graph, "bias", columns), true, 1);
        return gradient ? Case.gradients(norm.mul(graph.constant(Graphs.uniform(0, 1, rows, columns))).sum()) : Case.forward(norm);
    }

    /** A sparse matrix of random places times a dense matrix, and the gradient: as many rows and entries as a citation graph has. */
    static Case sparse(int nodes, int entries, int width) {
        SameDiff graph = SameDiff.create();
        SDVariable x = Graphs.parameter(graph, "x", nodes, width);
        SDVariable product = SparseMatmul.of(SparseOperand.of(random(nodes, entries)), x);
        return Case.gradients(product.mul(graph.constant(Graphs.uniform(0, 1, nodes, width))).sum());
    }

    private static CsrMatrix random(int nodes, int entries) {
        Random random = new Random(7);
        TreeSet<Long> places = new TreeSet<>();
        while (places.size() < entries) {
            places.add((long) random.nextInt(nodes) * nodes + random.nextInt(nodes));
        }
        int[] start = new int[nodes + 1];
        places.forEach(place -> start[(int) (place / nodes) + 1]++);
        Arrays.parallelPrefix(start, Integer::sum);
        return new CsrMatrix(nodes, nodes, start, places.stream().mapToInt(place -> (int) (place % nodes)).toArray(), random.doubles(entries).toArray());
    }
}
