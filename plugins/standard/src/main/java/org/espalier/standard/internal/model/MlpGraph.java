package org.espalier.standard.internal.model;

import java.util.Map;

import org.espalier.api.compute.op.Dropout;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Builds the graph of an {@link Mlp}. Parameters are named {@code LAYER.weights} and {@code LAYER.bias}. */
final class MlpGraph {
    /** Placeholder [batch, columns]. */
    static final String FEATURES = "features";
    /** Placeholder [batch] of class numbers; for training only. */
    static final String LABELS = "labels";
    /** Name of the last layer. */
    static final String OUTPUT = "output";

    private final SameDiff graph = SameDiff.create();
    private final MlpSettings settings;
    private final Map<String, INDArray> initial;
    private final Mode mode;

    MlpGraph(MlpSettings settings, Map<String, INDArray> initial, Mode mode) {
        this.settings = settings;
        this.initial = initial;
        this.mode = mode;
    }

    /** Name of a hidden layer, counted from 1. */
    static String hidden(int layer) {
        return "hidden" + layer;
    }

    static String weights(String layer) {
        return layer + ".weights";
    }

    static String bias(String layer) {
        return layer + ".bias";
    }

    Network network(int batch, int columns) {
        SDVariable features = graph.placeHolder(FEATURES, DataType.FLOAT, batch, columns);
        SDVariable logits = logits(features); // [batch, classes]
        return Network.of(logits, mode == Mode.TRAINING ? loss(logits, batch) : null);
    }

    private SDVariable logits(SDVariable features) {
        SDVariable activity = features;
        for (int layer = 1; layer <= settings.hidden().size(); layer++) {
            activity = dropped(settings.activation().of(affine(hidden(layer), activity)), hidden(layer));
        }
        return affine(OUTPUT, activity);
    }

    private SDVariable affine(String layer, SDVariable input) {
        SDVariable weights = graph.var(weights(layer), initial.get(weights(layer)));
        SDVariable bias = graph.var(bias(layer), initial.get(bias(layer)));
        return input.mmul(weights).add(bias);
    }

    private SDVariable dropped(SDVariable activity, String layer) {
        return mode == Mode.TRAINING ? Dropout.of(activity, settings.dropout(), layer) : activity;
    }

    private SDVariable loss(SDVariable logits, int batch) {
        SDVariable labels = graph.placeHolder(LABELS, DataType.INT32, batch);
        SDVariable loss = graph.loss().sparseSoftmaxCrossEntropy(logits, labels).mean();
        return settings.l2() == 0 ? loss : loss.add(squares().mul(settings.l2() / 2));
    }

    private SDVariable squares() {
        return initial.keySet().stream().filter(name -> name.endsWith(".weights"))
                .map(name -> graph.math().square(graph.getVariable(name)).sum())
                .reduce(SDVariable::add).orElseThrow();
    }
}
