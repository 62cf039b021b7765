package org.espalier.gndnets.internal.model;

import java.util.Arrays;
import java.util.Locale;

import org.espalier.api.dataset.Part;
import org.espalier.api.error.InputException;
import org.espalier.api.metric.Predictions.ClassScores;
import org.espalier.data.graph.GraphData;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The nodes of one part whose class is known.
 *
 * @param nodes the nodes
 * @param truth their classes
 */
record LabelledNodes(int[] nodes, int[] truth) {

    /** @throws InputException if the part has none */
    static LabelledNodes of(GraphData data, Part part) {
        int[] nodes = Arrays.stream(data.split().of(part)).filter(data::labelled).toArray();
        if (nodes.length == 0) {
            throw new InputException("Graph '" + data.name() + "' has no labelled nodes in its part " + part.name().toLowerCase(Locale.ROOT));
        }
        return new LabelledNodes(nodes, Arrays.stream(nodes).map(node -> data.labels()[node]).toArray());
    }

    /** Their rows of {@code scores} [all nodes, classes]. */
    ClassScores scores(INDArray scores) {
        int classes = (int) scores.size(1);
        DataBuffer buffer = scores.data();
        double[] rows = new double[nodes.length * classes];
        for (int i = 0; i < nodes.length; i++) {
            long row = scores.offset() + nodes[i] * scores.stride(0);
            for (int c = 0; c < classes; c++) {
                rows[i * classes + c] = buffer.getDouble(row + c * scores.stride(1));
            }
        }
        return new ClassScores(truth, rows, classes);
    }

    /**
     * Their rows of shares that classes have in nodes, as log-probabilities.
     *
     * @param shares  [all nodes, classes], not negative, not normalised
     * @param classes number of classes
     */
    ClassScores scores(double[] shares, int classes) {
        double[] rows = new double[nodes.length * classes];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Math.log(Math.max(shares[nodes[i / classes] * classes + i % classes], Double.MIN_NORMAL));
        }
        return new ClassScores(truth, rows, classes);
    }
}
