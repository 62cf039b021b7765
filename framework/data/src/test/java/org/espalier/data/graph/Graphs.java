package org.espalier.data.graph;

import java.util.List;

import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.Split;

/** Small graphs for tests. */
final class Graphs {
    private Graphs() {
    }

    /** A graph without edges whose nodes have these labels, of classes a, b, c … */
    static GraphData labelled(int classes, int... labels) {
        CsrMatrix none = new CsrBuilder(labels.length, labels.length).build(Double::sum);
        List<String> names = List.of("a", "b", "c", "d").subList(0, classes);
        return new GraphData("tiny", none, none, labels, names, Split.none());
    }

    /** A matrix written out. */
    static CsrMatrix matrix(double[][] rows) {
        CsrBuilder builder = new CsrBuilder(rows.length, rows[0].length);
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                if (rows[r][c] != 0) {
                    builder.add(r, c, rows[r][c]);
                }
            }
        }
        return builder.build(Double::sum);
    }

    static double[][] dense(CsrMatrix matrix) {
        double[][] rows = new double[matrix.rows()][matrix.cols()];
        for (int r = 0; r < matrix.rows(); r++) {
            for (int e = matrix.rowStart()[r]; e < matrix.rowStart()[r + 1]; e++) {
                rows[r][matrix.columns()[e]] = matrix.values()[e];
            }
        }
        return rows;
    }
}
