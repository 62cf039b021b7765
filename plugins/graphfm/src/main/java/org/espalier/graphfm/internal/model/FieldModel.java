package org.espalier.graphfm.internal.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.espalier.api.dataset.Part;
import org.espalier.api.metric.Predictions;
import org.espalier.api.metric.Predictions.ClassScores;
import org.espalier.api.model.MiniBatchModel;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.espalier.api.run.RandomSource;
import org.espalier.data.field.Field;
import org.espalier.data.field.FieldData;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What the models of this plugin share: one logit for each row, {@link ClickLoss}, and two class scores, 0 and the logit. */
abstract class FieldModel implements MiniBatchModel<FieldData> {
    /** Placeholder [B, 1] of labels; for training only. */
    static final String LABEL = "label";

    private final RandomSource random;

    FieldModel(RandomSource random) {
        this.random = random;
    }

    /** The logit of each row, [B, 1]. */
    abstract SDVariable logits(FieldInputs inputs, Weights weights, Dropping dropping);

    /**
     * What training holds.
     *
     * @param features n
     * @param fields   M; S if fields are multi-valued, to be on the safe side
     */
    abstract Footprint footprint(int features, int fields);

    /** What is minimised beside the log loss; after {@link #logits}. */
    Optional<SDVariable> penalty(Weights weights) {
        return Optional.empty();
    }

    /** Values of the graph made by {@link #logits} that an inspector wants to see. */
    Map<String, SDVariable> watched(SameDiff graph) {
        return Map.of();
    }

    /**
     * Refuses parameters that do not fit the data.
     *
     * @throws org.espalier.api.error.InputException if they do not
     */
    void check(FieldData data) {
    }

    @Override
    public final OptionalLong nativeMemory(FieldData data) {
        check(data);
        return OptionalLong.of(footprint(data.features(), data.slots()).bytes(data.size(Part.TRAIN)));
    }

    @Override
    public final int examples(FieldData data, Part part) {
        return data.size(part);
    }

    @Override
    public final Network network(FieldData data, Mode mode, int batch) {
        check(data);
        List<Integer> slots = data.fields().stream().map(Field::slots).toList();
        Weights weights = new Weights(SameDiff.create(), random, DataType.FLOAT);
        return network(new FieldInputs(weights, batch, data.features(), slots), mode, weights);
    }

    /** The network on inputs and weights of the caller's choice. */
    final Network network(FieldInputs inputs, Mode mode, Weights weights) {
        SDVariable logits = logits(inputs, weights, new Dropping(mode));
        if (mode == Mode.EVALUATION) {
            return Network.of(logits, null).watching(watched(weights.graph()));
        }
        SDVariable labels = weights.graph().placeHolder(LABEL, weights.type(), inputs.batch(), 1);
        SDVariable fit = ClickLoss.of(logits, labels);
        return Network.of(logits, penalty(weights).map(fit::add).orElse(fit));
    }

    @Override
    public final Map<String, INDArray> batch(FieldData data, Part part, int[] examples) {
        return FieldBatch.of(data, part, examples);
    }

    @Override
    public final Predictions predictions(FieldData data, Part part, int[] examples, INDArray output) {
        float[] labels = new float[examples.length];
        data.labels(part, examples, labels);
        int[] truth = new int[examples.length];
        double[] scores = new double[2 * examples.length];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = (int) labels[i];
            scores[2 * i + 1] = output.getDouble(i, 0);
        }
        return new ClassScores(truth, scores, 2);
    }
}
