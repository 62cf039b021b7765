package org.espalier.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.dataset.Part;
import org.espalier.api.metric.Predictions;
import org.espalier.api.metric.Predictions.ClassScores;
import org.espalier.api.metric.Predictions.Values;
import org.espalier.api.model.MiniBatchModel;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What trainers expect of a model whose steps see a few examples at a time.
 *
 * @param <D> the data kind it takes
 */
public abstract class MiniBatchModelContract<D> extends ModelContract<MiniBatchModel<D>, D> {
    private static final int BATCH = 4;
    private static final double ROUNDING = 1e-4;

    @Test
    void batchesFillExactlyThePlaceholders() throws Exception {
        compute(() -> {
            MiniBatchModel<D> model = model(1);
            Network network = network(model, data(), Mode.TRAINING);
            Map<String, INDArray> values = inputs(model, data(), network);
            for (SDVariable placeholder : network.graph().placeHolders()) {
                INDArray value = values.remove(placeholder.name());
                assertTrue(value != null, () -> "Neither batch() nor inputs give a value for placeholder '" + placeholder.name() + "'");
                assertArrayEquals(placeholder.getShape(), value.shape(), () -> "Shape of '" + placeholder.name() + "' for a batch of " + BATCH);
            }
            assertEquals(Map.of(), values, "Values without a placeholder");
            return null;
        });
    }

    @Test
    void evaluationDeclaresOnlyPlaceholdersThatItsOutputDependsOn() throws Exception {
        compute(() -> {
            Network network = network(model(1), data(), Mode.EVALUATION);
            for (SDVariable placeholder : network.graph().placeHolders()) {
                List<String> readers = network.graph().getVariables().get(placeholder.name()).getInputsForOp();
                assertFalse(readers == null || readers.isEmpty(), () -> "Placeholder '" + placeholder.name() + "' of the evaluation network is read by no op, so it "
                        + "cannot be fed. Declare it in the training network only");
            }
            return null;
        });
    }

    @Test
    void anExampleIsPredictedAlikeAloneAndInABatch() throws Exception {
        compute(() -> {
            MiniBatchModel<D> model = model(1);
            Parameters parameters = lease().parameters(initial(1));
            double[] together = numbers(predict(model, data(), Part.TRAIN, IntStream.range(0, batch(model)).toArray(), lease(), parameters));
            double[] alone = numbers(predict(model, data(), Part.TRAIN, new int[] {1}, lease(), parameters));
            for (int i = 0; i < alone.length; i++) {
                assertEquals(together[alone.length + i], alone[i], ROUNDING * (1 + Math.abs(alone[i])), "In evaluation, examples of a batch must not influence each other");
            }
            return null;
        });
    }

    @Override
    final Network network(MiniBatchModel<D> model, D data, Mode mode) {
        return model.network(data, mode, batch(model));
    }

    @Override
    final Map<String, INDArray> inputs(MiniBatchModel<D> model, D data, Network network) {
        Map<String, INDArray> inputs = new HashMap<>(network.inputs());
        inputs.putAll(model.batch(data, Part.TRAIN, IntStream.range(0, batch(model)).toArray()));
        return inputs;
    }

    @Override
    final int examples(MiniBatchModel<D> model, D data, Part part) {
        return model.examples(data, part);
    }

    @Override
    final Predictions predictions(MiniBatchModel<D> model, D data, Part part, Lease lease, Parameters parameters) {
        return predict(model, data, part, IntStream.range(0, model.examples(data, part)).toArray(), lease, parameters);
    }

    private int batch(MiniBatchModel<D> model) {
        int examples = model.examples(data(), Part.TRAIN);
        assertTrue(examples >= 2, () -> "data() should have at least 2 training examples, not " + examples);
        return Math.min(BATCH, examples);
    }

    private static <D> Predictions predict(MiniBatchModel<D> model, D data, Part part, int[] examples, Lease lease, Parameters parameters) {
        Network network = model.network(data, Mode.EVALUATION, examples.length);
        try (Program program = lease.compile(ProgramRequest.inference(network, parameters))) {
            network.inputs().forEach(program::feed);
            Map<String, INDArray> batch = model.batch(data, part, examples);
            network.graph().placeHolders().stream().map(SDVariable::name).filter(batch::containsKey).forEach(name -> program.feed(name, batch.get(name)));
            program.run();
            return model.predictions(data, part, examples, program.output(network.output().name()));
        }
    }

    private static double[] numbers(Predictions predictions) {
        return predictions instanceof ClassScores scores ? scores.scores() : ((Values) predictions).predicted();
    }
}
