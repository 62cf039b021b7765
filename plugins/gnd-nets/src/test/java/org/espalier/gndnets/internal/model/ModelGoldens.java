package org.espalier.gndnets.internal.model;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.TrainingProgram;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.espalier.data.graph.GraphData;
import org.espalier.gndnets.internal.Golden;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.DynamicTest;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares a model with the golden cases of its kind, run as compiled programs. */
final class ModelGoldens {
    private final JsonNode graph;
    private final JsonNode golden;
    private final Builder builder;
    private final Precision precision;

    /** A model under test. */
    interface Builder {
        /** The network of a case. */
        Network network(JsonNode golden, GraphData data, Mode mode, Dropping dropping, Weights weights);
    }

    private ModelGoldens(JsonNode graph, JsonNode golden, Builder builder, Precision precision) {
        this.graph = graph;
        this.golden = golden;
        this.builder = builder;
        this.precision = precision;
    }

    /** A check of one case. */
    interface Check {
        void run(ModelGoldens golden) throws Exception;
    }

    /** A test per case and precision; one of a kind that the builder does not know fails. */
    static Stream<DynamicTest> each(String file, Builder builder, Check check) throws IOException {
        JsonNode cases = Golden.read(file, "graph", "cases");
        return StreamSupport.stream(cases.get("cases").spliterator(), false)
                .flatMap(golden -> Stream.of(Precision.values()).map(precision -> dynamicTest(golden.get("kind").asText() + " " + golden.get("config") + " " + precision,
                        () -> check.run(new ModelGoldens(cases.get("graph"), golden, builder, precision)))));
    }

    void checkScores() throws Exception {
        double[] scores = compute(lease -> {
            Network network = network(Mode.EVALUATION, Dropping.none());
            try (Program program = lease.compile(ProgramRequest.inference(network, parameters(lease, network)))) {
                program.run();
                return program.output(network.output().name()).dup('c').data().asDouble();
            }
        });
        precision.assertValues(Golden.numbers(golden.get("eval_mode").get("logits")), scores, "scores");
    }

    void checkLossAndGradients() throws Exception {
        checkLossAndGradients(golden.get("eval_mode"), Dropping.none());
    }

    /** The loss above holds the decay of just these tensors. */
    void checkDecayed() throws Exception {
        double squares = StreamSupport.stream(golden.get("weight_decay_on").spliterator(), false)
                .flatMapToDouble(name -> Arrays.stream(Golden.numbers(golden.get("params").get(name.asText())))).map(w -> w * w).sum();
        double decay = golden.get("l2").asDouble() * squares / 2;
        precision.assertValues(new double[] {golden.get("eval_mode").get("l2_term").asDouble()}, new double[] {decay}, "l2 term");
        double loss = compute(lease -> {
            Network network = network(Mode.TRAINING, Dropping.none());
            try (TrainingProgram program = lease.compileTraining(ProgramRequest.training(network, parameters(lease, network), new Sgd(1), 0))) {
                return program.gradients();
            }
        });
        precision.assertValues(new double[] {golden.get("eval_mode").get("cross_entropy").asDouble() + decay}, new double[] {loss}, "loss");
    }

    void checkLossAndGradientsWithMasks() throws Exception {
        checkLossAndGradients(golden.get("train_mode_with_masks"), new FixedMasks(golden.get("masks"), train(), precision.type()));
    }

    private void checkLossAndGradients(JsonNode expected, Dropping dropping) throws Exception {
        compute(lease -> {
            Network network = network(Mode.TRAINING, dropping);
            Parameters parameters = parameters(lease, network);
            try (TrainingProgram program = lease.compileTraining(ProgramRequest.training(network, parameters, new Sgd(1), 0))) {
                double loss = program.gradients();
                precision.assertValues(new double[] {loss(expected)}, new double[] {loss}, "loss");
                precision.assertValues(trainRows(expected.get("logits")), values(program.output(network.output().name())), "scores of the training nodes");
                for (Entry<String, JsonNode> gradient : expected.get("grads").properties()) {
                    precision.assertGradients(Golden.numbers(gradient.getValue()), values(program.gradient(gradient.getKey())), "gradient by " + gradient.getKey());
                }
            }
            return null;
        });
    }

    void checkOptimiser() throws Exception {
        JsonNode expected = golden.get("adam_trajectory");
        compute(lease -> {
            Network network = network(Mode.TRAINING, Dropping.none());
            Parameters parameters = parameters(lease, network);
            try (TrainingProgram program = lease.compileTraining(ProgramRequest.training(network, parameters, new Adam(golden.get("lr").asDouble(), 0.9, 0.999, 1e-8), 0))) {
                JsonNode losses = expected.get("losses_before_each_step_then_final");
                for (int step = 0; step < expected.get("steps").asInt(); step++) {
                    precision.assertGradients(new double[] {loss(losses.get(step))}, new double[] {program.step()}, "loss before step " + step);
                }
                precision.assertGradients(new double[] {loss(losses.get(losses.size() - 1))}, new double[] {program.gradients()}, "final loss");
                for (Entry<String, JsonNode> after : expected.get("params_after").properties()) {
                    precision.assertGradients(Golden.numbers(after.getValue()), values(parameters.arrays().get(after.getKey())), after.getKey() + " after the steps");
                }
            }
            return null;
        });
    }

    private Network network(Mode mode, Dropping dropping) {
        return builder.network(golden, Golden.graph(graph, train()), mode, dropping, new Weights(SameDiff.create(), new TestRandomSource(1), precision.type()));
    }

    private Parameters parameters(Lease lease, Network network) {
        Map<String, INDArray> values = new LinkedHashMap<>();
        for (Entry<String, JsonNode> given : golden.get("params").properties()) {
            SDVariable variable = network.graph().getVariable(given.getKey());
            values.put(given.getKey(), Nd4j.createFromArray(Golden.numbers(given.getValue())).reshape(variable.getShape()).castTo(precision.type()));
        }
        return lease.parameters(values);
    }

    private int[] train() {
        return Golden.integers(golden.get("train_index"));
    }

    private double[] trainRows(JsonNode rows) {
        return Arrays.stream(train()).mapToObj(rows::get).flatMapToDouble(row -> Arrays.stream(Golden.numbers(row))).toArray();
    }

    private static double loss(JsonNode parts) {
        return parts.get("cross_entropy").asDouble() + parts.get("l2_term").asDouble();
    }

    private static double[] values(INDArray array) {
        return array.dup('c').data().asDouble();
    }

    private interface Work<T> {
        T on(Lease lease) throws Exception;
    }

    private static <T> T compute(Work<T> work) throws Exception {
        try (Lease lease = Computes.lease("golden")) {
            return lease.call(() -> work.on(lease));
        }
    }
}
