package org.espalier.graphfm.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.espalier.api.dataset.Part;
import org.espalier.api.inspection.Figure;
import org.espalier.api.inspection.Inspection;
import org.espalier.api.inspection.Inspector;
import org.espalier.data.field.Field;
import org.espalier.data.field.FieldData;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Shows the edge weights p_ij of each layer, as the paper's heat maps do: for the first rows of the test part, and their mean over all of it. Row i of a map is the field that selects. */
final class EdgeWeights implements Inspector {
    private static final int SAMPLES = 3;

    private final List<String> fields;
    private final List<double[]> sums = new ArrayList<>();
    private final List<List<double[]>> samples = new ArrayList<>();
    private long rows;

    EdgeWeights(FieldData data, int layers) {
        this.fields = data.fields().stream().map(Field::name).toList();
        for (int layer = 0; layer < layers; layer++) {
            sums.add(new double[fields.size() * fields.size()]);
            samples.add(new ArrayList<>());
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
                add(edges, row, layer);
            }
        }
        rows += examples.length;
    }

    private void add(float[] edges, int row, int layer) {
        double[] sum = sums.get(layer);
        double[] own = new double[sum.length];
        for (int pair = 0; pair < sum.length; pair++) {
            own[pair] = edges[row * sum.length + pair];
            sum[pair] += own[pair];
        }
        if (samples.get(layer).size() < SAMPLES) {
            samples.get(layer).add(own);
        }
    }

    @Override
    public void report(Inspection inspection) {
        for (int layer = 0; layer < sums.size(); layer++) {
            String title = "Edge weights of layer " + (layer + 1);
            inspection.figure(layer(layer) + "-mean", map(title + ", mean over " + rows + " test rows", sums.get(layer), rows));
            for (int sample = 0; sample < samples.get(layer).size(); sample++) {
                inspection.figure(layer(layer) + "-row-" + (sample + 1), map(title + ", test row " + (sample + 1), samples.get(layer).get(sample), 1));
            }
        }
    }

    private Figure map(String title, double[] edges, long divisor) {
        int size = fields.size();
        List<List<Double>> values = IntStream.range(0, size)
                .mapToObj(i -> IntStream.range(0, size).mapToObj(j -> edges[i * size + j] / divisor).toList()).toList();
        return new Figure.HeatMap(title, fields, fields, values);
    }
}
