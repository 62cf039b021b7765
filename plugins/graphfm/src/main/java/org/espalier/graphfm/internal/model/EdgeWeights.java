package org.espalier.graphfm.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.espalier.api.dataset.Part;
import org.espalier.api.inspection.Figure;
import org.espalier.api.inspection.Inspection;
import org.espalier.api.inspection.Inspector;
import org.espalier.data.field.Field;
import org.espalier.data.field.FieldData;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Shows the edge weights p_ij of each layer, as the paper's heat maps do: for some rows of the test part, and their mean over all of it. Row i of a map is the field that selects. */
final class EdgeWeights implements Inspector {
    private final FieldData data;
    private final List<Integer> shown;
    private final List<String> fields;
    private final List<double[]> sums = new ArrayList<>();
    private final List<Map<Integer, double[]>> samples = new ArrayList<>();
    private long rows;

    /** @param shown rows of the test part, from 1 */
    EdgeWeights(FieldData data, int layers, List<Integer> shown) {
        this.data = data;
        this.shown = shown;
        this.fields = data.fields().stream().map(Field::name).toList();
        for (int layer = 0; layer < layers; layer++) {
            sums.add(new double[fields.size() * fields.size()]);
            samples.add(new TreeMap<>());
        }
    }

    /** Name of the watched value of a layer, from 0. */
    static String layer(int layer) {
        return "edge-weights-layer-" + (layer + 1);
    }

    @Override
    public Part part() {
        return Part.TEST;
    }

    @Override
    public void look(int[] examples, Map<String, INDArray> watched) {
        for (int layer = 0; layer < sums.size(); layer++) {
            float[] edges = watched.get(layer(layer)).dup('c').data().asFloat();
            for (int row = 0; row < examples.length; row++) {
                add(edges, row, examples[row] + 1, layer);
            }
        }
        rows += examples.length;
    }

    private void add(float[] edges, int row, int number, int layer) {
        double[] sum = sums.get(layer);
        double[] own = new double[sum.length];
        for (int pair = 0; pair < sum.length; pair++) {
            own[pair] = edges[row * sum.length + pair];
            sum[pair] += own[pair];
        }
        if (shown.contains(number)) {
            samples.get(layer).put(number, own);
        }
    }

    @Override
    public void report(Inspection inspection) {
        for (int layer = 0; layer < sums.size(); layer++) {
            String name = layer(layer);
            String title = "Edge weights of layer " + (layer + 1);
            inspection.figure(name + "-mean", map(title + ", mean over " + rows + " test rows", sums.get(layer), rows));
            samples.get(layer).forEach((row, edges) -> inspection.figure(name + "-row-" + row, map(title + ", test row " + row + ": " + RowText.of(data, Part.TEST, row - 1), edges, 1)));
        }
    }

    private Figure map(String title, double[] edges, long divisor) {
        int size = fields.size();
        List<List<Double>> values = IntStream.range(0, size)
                .mapToObj(i -> IntStream.range(0, size).mapToObj(j -> edges[i * size + j] / divisor).toList()).toList();
        return new Figure.HeatMap(title, fields, fields, values);
    }
}
