package org.espalier.standard.internal.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

import org.espalier.api.dataset.Part;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions;
import org.espalier.api.metric.Predictions.ClassScores;
import org.espalier.api.model.MiniBatchModel;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.espalier.api.run.RandomSource;
import org.espalier.data.tabular.TabularData;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import jakarta.inject.Inject;

/**
 * A multilayer perceptron with softmax cross-entropy. Takes features as they are: scaling them is the dataset's part.
 */
@ModelExtension(id = "standard.mlp", title = "Multilayer perceptron", data = TabularData.KIND, form = MiniBatchModel.FORM, predicts = ClassScores.KIND)
public final class Mlp implements MiniBatchModel<TabularData> {
    /** Weights, the best of them, gradients, updates and the updater's state. */
    private static final int WEIGHT_COPIES = 8;
    /** Sums, activations, masks and their gradients, in programs for up to four batch sizes. */
    private static final int UNIT_COPIES = 16;

    private final MlpSettings settings;
    private final InitialWeights initial;

    @Inject
    public Mlp(MlpSettings settings, RandomSource random) {
        this.settings = settings;
        this.initial = new InitialWeights(settings.weights(), random);
    }

    /** As if a batch held all rows: a model does not know the trainer's batch size. */
    @Override
    public OptionalLong nativeMemory(TabularData data) {
        long weights = 0;
        long units = data.width();
        for (int[] shape : shapes(data).values()) {
            weights += (shape[0] + 1L) * shape[1];
            units += shape[1];
        }
        return OptionalLong.of(Float.BYTES * (WEIGHT_COPIES * weights + UNIT_COPIES * units * data.rows()));
    }

    @Override
    public int examples(TabularData data, Part part) {
        return data.split().of(part).length;
    }

    @Override
    public Network network(TabularData data, Mode mode, int batch) {
        Map<String, INDArray> weights = initial.of(shapes(data));
        return new MlpGraph(settings, weights, mode).network(batch, data.width());
    }

    @Override
    public Map<String, INDArray> batch(TabularData data, Part part, int[] examples) {
        int[] rows = data.split().of(part);
        float[][] features = new float[examples.length][data.width()];
        int[] labels = new int[examples.length];
        for (int i = 0; i < examples.length; i++) {
            int row = rows[examples[i]];
            labels[i] = data.labels()[row];
            for (int c = 0; c < data.width(); c++) {
                features[i][c] = (float) data.features()[row * data.width() + c];
            }
        }
        return Map.of(MlpGraph.FEATURES, Nd4j.createFromArray(features), MlpGraph.LABELS, Nd4j.createFromArray(labels));
    }

    @Override
    public Predictions predictions(TabularData data, Part part, int[] examples, INDArray output) {
        int[] rows = data.split().of(part);
        int[] truth = new int[examples.length];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = data.labels()[rows[examples[i]]];
        }
        return new ClassScores(truth, output.ravel().toDoubleVector(), data.classes().size());
    }

    /** Shapes [in, out] of the weight matrices by layer. */
    private Map<String, int[]> shapes(TabularData data) {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        int in = data.width();
        for (int layer = 1; layer <= settings.hidden().size(); layer++) {
            int out = settings.hidden().get(layer - 1);
            shapes.put(MlpGraph.hidden(layer), new int[] {in, out});
            in = out;
        }
        shapes.put(MlpGraph.OUTPUT, new int[] {in, data.classes().size()});
        return shapes;
    }
}
