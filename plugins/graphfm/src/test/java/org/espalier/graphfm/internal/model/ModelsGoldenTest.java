package org.espalier.graphfm.internal.model;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map.Entry;
import java.util.stream.Stream;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.TrainingProgram;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.espalier.graphfm.internal.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

import com.fasterxml.jackson.databind.JsonNode;

/** Whole models: outputs, losses, gradients, layers and steps of Adam. */
class ModelsGoldenTest {

    @TestFactory
    Stream<DynamicTest> graphFm() throws IOException {
        return GoldenCase.each("graphfm.json", ModelsGoldenTest::checkOutputLossAndGradients);
    }

    @TestFactory
    Stream<DynamicTest> baselines() throws IOException {
        return GoldenCase.each("baselines.json", ModelsGoldenTest::checkOutputLossAndGradients);
    }

    @TestFactory
    Stream<DynamicTest> layersOfGraphFm() throws IOException {
        return GoldenCase.each("graphfm.json", ModelsGoldenTest::checkLayers);
    }

    @TestFactory
    Stream<DynamicTest> stepsOfAdam() throws IOException {
        return GoldenCase.each("trajectories.json", ModelsGoldenTest::checkSteps);
    }

    private static void checkOutputLossAndGradients(GoldenCase golden, Lease lease) {
        Network network = golden.network(Mode.TRAINING);
        Parameters parameters = golden.parameters(lease, network.graph());
        TrainingProgram program = lease.compileTraining(ProgramRequest.training(network, parameters, new Sgd(1), 0));
        golden.feed(program, Mode.TRAINING);
        double loss = program.gradients();
        JsonNode expected = golden.golden();
        double[] logits = GoldenCase.values(program.output(network.output().name()));
        golden.precision().assertNear(Golden.numbers(expected.get("logits")), logits, "logits");
        golden.precision().assertNear(Golden.numbers(expected.get("probs")), Arrays.stream(logits).map(logit -> 1 / (1 + Math.exp(-logit))).toArray(), "probabilities");
        golden.precision().assertNear(new double[] {expected.get("loss").asDouble()}, new double[] {loss}, "loss");
        for (Entry<String, JsonNode> gradient : expected.get("grads").properties()) {
            if (gradient.getValue().isNull()) {
                assertNull(network.graph().getVariable(gradient.getKey()), gradient.getKey() + " takes no part and should not be there");
            } else {
                golden.precision().assertNear(Golden.numbers(gradient.getValue()), GoldenCase.values(program.gradient(gradient.getKey())), "gradient by " + gradient.getKey());
            }
        }
    }

    private static void checkLayers(GoldenCase golden, Lease lease) {
        Weights weights = golden.weights();
        GraphFmModel model = (GraphFmModel) golden.model();
        FieldInputs inputs = golden.inputs(weights);
        SDVariable e = inputs.embedded("emb", golden.golden().get("config").get("d").asInt(), weights);
        List<GraphLayer.Result> layers = model.layers(e, inputs, weights, new Dropping(Mode.EVALUATION));
        JsonNode expected = golden.golden().get("layers");
        List<SDVariable> inner = layers.stream().flatMap(layer -> Stream.of(layer.h().permute(1, 0, 2), layer.edges().mul(1), layer.attention().permute(0, 2, 1, 3))).toList();
        Program program = lease.compile(ProgramRequest.inference(golden.parameters(lease, weights.graph()), inner.toArray(SDVariable[]::new)));
        golden.feed(program, Mode.EVALUATION);
        program.run();
        for (int k = 0; k < expected.size(); k++) {
            List<String> names = List.of("h", "edges", "attention");
            for (int i = 0; i < names.size(); i++) {
                double[] actual = GoldenCase.values(program.output(inner.get(names.size() * k + i).name()));
                golden.precision().assertNear(Golden.numbers(expected.get(k).get(names.get(i))), actual, names.get(i) + " of layer " + k);
            }
        }
    }

    private static void checkSteps(GoldenCase golden, Lease lease) {
        Network network = golden.network(Mode.TRAINING);
        Parameters parameters = golden.parameters(lease, network.graph());
        JsonNode expected = golden.golden();
        TrainingProgram program = lease.compileTraining(ProgramRequest.training(network, parameters, new Adam(expected.get("lr").asDouble(), 0.9, 0.999, 1e-8), 0));
        golden.feed(program, Mode.TRAINING);
        double[] losses = Golden.numbers(expected.get("losses"));
        for (int step = 0; step < losses.length; step++) {
            double loss = step < losses.length - 1 ? program.step() : program.gradients();
            golden.precision().assertNear(new double[] {losses[step]}, new double[] {loss}, "loss before step " + (step + 1));
        }
        golden.precision().assertNear(Golden.numbers(expected.get("final_emb")), GoldenCase.values(parameters.arrays().get("emb")), "embedding");
        for (Entry<String, JsonNode> last : expected.get("final_last").properties()) {
            golden.precision().assertNear(Golden.numbers(last.getValue()), GoldenCase.values(parameters.arrays().get(last.getKey())), last.getKey());
        }
    }
}
