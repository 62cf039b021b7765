package org.espalier.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.TrainingProgram;
import org.espalier.api.dataset.Part;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Model;
import org.espalier.api.model.Network;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.internal.GradientCheck;
import org.espalier.testkit.internal.Same;
import org.espalier.testkit.internal.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * What trainers expect of a model of any form. Extend {@link FullBatchModelContract} or {@link MiniBatchModelContract}.
 *
 * @param <M> the form of the model
 * @param <D> the data kind it takes
 */
public abstract class ModelContract<M extends Model<D>, D> extends ExtensionContract {
    private static final int STEPS = 5;

    private Lease lease;

    @Override
    protected abstract Class<? extends M> extension();

    /** A little data with examples in every part: a dozen are enough. The same at each call. */
    protected abstract D data();

    /** Whether the trial's seed changes the initial weights. */
    protected boolean dependsOnSeed() {
        return true;
    }

    /** Builds a network as a trainer would. */
    abstract Network network(M model, D data, Mode mode);

    /** The placeholders' values for one step on the training part. */
    abstract Map<String, INDArray> inputs(M model, D data, Network network);

    /** Number of examples in a part. */
    abstract int examples(M model, D data, Part part);

    /** What the model says of a part with its initial parameters. */
    abstract Predictions predictions(M model, D data, Part part, Lease lease, Parameters parameters);

    @BeforeEach
    final void takeLease() {
        lease = Computes.lease(getClass().getSimpleName());
    }

    @AfterEach
    final void giveLeaseBack() {
        lease.close();
    }

    @Test
    void sameSeedGivesTheSameInitialWeightsAndAnotherSeedOthers() throws Exception {
        Map<String, INDArray> first = compute(() -> initial(1));
        Map<String, INDArray> again = compute(() -> initial(1));
        Map<String, INDArray> other = compute(() -> initial(2));
        assertEquals(List.copyOf(first.keySet()), List.copyOf(again.keySet()), "Parameters must come in the same order each time");
        assertEquals(Optional.empty(), difference(first, again), "Initial weights of one seed differ. Draw them from the injected RandomSource; "
                + "ND4J's own initialisers follow a global seed. The first difference is in this parameter");
        assertEquals(dependsOnSeed(), difference(first, other).isPresent(), "Whether initial weights depend on the seed; override dependsOnSeed() if this is meant to be so");
    }

    @Test
    void evaluationUsesNoParameterThatTrainingDoesNotHave() throws Exception {
        M model = model(1);
        Map<String, INDArray> training = compute(() -> network(model, data(), Mode.TRAINING).initialValues());
        Map<String, INDArray> evaluation = compute(() -> network(model, data(), Mode.EVALUATION).initialValues());
        evaluation.forEach((name, value) -> {
            assertTrue(training.containsKey(name), () -> "The evaluation network has a parameter '" + name + "' that the training network lacks: " + training.keySet());
            assertArrayEquals(training.get(name).shape(), value.shape(), () -> "Shape of '" + name + "' in training and evaluation");
        });
    }

    @Test
    void lossIsAScalar() throws Exception {
        Network network = compute(() -> network(model(1), data(), Mode.TRAINING));
        assertNotNull(network.loss(), "A training network needs a loss");
        double loss = losses(1, 1).get(0);
        assertTrue(Double.isFinite(loss), () -> "The loss of the first step is " + loss);
    }

    @Test
    void sameSeedTrainsAlikeBitForBitAndAnotherSeedDoesNot() throws Exception {
        List<Double> first = losses(1, STEPS);
        assertEquals(first, losses(1, STEPS), "Losses of " + STEPS + " steps of gradient descent with one seed. Draw all chance from the injected RandomSource");
        if (dependsOnSeed()) {
            assertNotEquals(first, losses(2, STEPS), "Losses with another seed should differ");
        }
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() throws Exception {
        List<String> wrong = compute(() -> GradientCheck.of(lease, () -> {
            M model = model(1);
            Network network = network(model, data(), Mode.TRAINING);
            return new GradientCheck.Case(network, inputs(model, data(), network));
        }));
        assertEquals(List.of(), wrong, "Gradients that differ from central differences of the loss. A custom op's doDiff may be wrong, or the loss not a function of the parameters");
    }

    @Test
    void predictsEveryExampleOfEveryPart() throws Exception {
        M model = model(1);
        for (Part part : Part.values()) {
            Predictions predictions = compute(() -> predictions(model, data(), part, lease, lease.parameters(initial(1))));
            assertEquals(examples(model, data(), part), predictions.size(), "Number of predictions for " + part);
        }
    }

    /** Does work on the lease's thread. */
    final <T> T compute(Callable<T> work) throws Exception {
        return lease.call(work);
    }

    final Lease lease() {
        return lease;
    }

    final M model(long seed) {
        return deviceless(seed).make(extension(), settings());
    }

    final Map<String, INDArray> initial(long seed) {
        return network(model(seed), data(), Mode.TRAINING).initialValues();
    }

    private List<Double> losses(long seed, int steps) throws Exception {
        return compute(() -> {
            M model = model(seed);
            Network network = network(model, data(), Mode.TRAINING);
            Parameters parameters = lease.parameters(network.initialValues());
            try (TrainingProgram program = lease.compileTraining(ProgramRequest.training(network, parameters, new Sgd(0.01), seed))) {
                inputs(model, data(), network).forEach(program::feed);
                List<Double> losses = new ArrayList<>();
                for (int i = 0; i < steps; i++) {
                    losses.add(program.step());
                }
                return losses;
            }
        });
    }

    private static Optional<String> difference(Map<String, INDArray> a, Map<String, INDArray> b) {
        return a.keySet().stream().filter(name -> Same.firstDifference(a.get(name), b.get(name)).isPresent()).findFirst();
    }
}
