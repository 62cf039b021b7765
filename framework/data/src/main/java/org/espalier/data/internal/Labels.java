package org.espalier.data.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.espalier.api.error.DataException;
import org.espalier.data.graph.GraphData;
import org.espalier.data.numpy.NumpyArray;

/** Classes of nodes as files hold them: numbers, negative where unknown, or rows with a one at the class and zeros where unknown. */
public final class Labels {
    private Labels() {
    }

    /** One class per element of a vector, or per row of a matrix. */
    public static int[] of(NumpyArray array) {
        if (array.shape().length == 1) {
            return Arrays.stream(array.integers()).map(label -> Math.max(label, GraphData.UNLABELLED)).toArray();
        }
        if (array.shape().length != 2) {
            throw new DataException(array.source() + ": labels of " + array.shape().length + " dimensions; a class per node, or a row per node was expected");
        }
        double[] rows = array.numbers();
        int classes = array.shape()[1];
        return IntStream.range(0, array.shape()[0]).map(node -> hot(array.source(), rows, node, classes)).toArray();
    }

    /** The numbers as names of so many classes. */
    public static List<String> numbered(int classes) {
        return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }

    private static int hot(String source, double[] rows, int node, int classes) {
        int label = GraphData.UNLABELLED;
        for (int c = 0; c < classes; c++) {
            double value = rows[node * classes + c];
            if (value != 0 && (value != 1 || label != GraphData.UNLABELLED)) {
                throw new DataException(source + ": row " + node + " is neither zeros nor zeros and a single one");
            }
            label = value == 1 ? c : label;
        }
        return label;
    }
}
