package org.espalier.graphfm.internal.model;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.TrainingProgram;
import org.espalier.api.compute.op.PairSum;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.espalier.graphfm.internal.Golden;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

import com.fasterxml.jackson.databind.JsonNode;

/** The parts of the networks, one by one, with their gradients. */
class BlocksGoldenTest {

    @TestFactory
    Stream<DynamicTest> layerNorm() throws IOException {
        return each("layer_norm", block -> {
            SDVariable out = LayerNorm.of(block.parameter("x", "grad_x"), block.parameter("gamma", "grad_gamma"), block.parameter("beta", "grad_beta"));
            block.expect("out", out);
            block.check(out);
        });
    }

    @TestFactory
    Stream<DynamicTest> edgeSelection() throws IOException {
        return each("edge_selection", block -> {
            SDVariable h = block.parameter("h", "grad_h");
            int hidden = block.golden.get("b1").size();
            block.value("sel_w1", "w1", "grad_w1");
            block.value("sel_b1", "b1", "grad_b1");
            block.value("sel_w2", "w2", "grad_w2");
            block.value("sel_b2", "b2", "grad_b2");
            long[] shape = h.getShape();
            SDVariable metric = new PairScores(parts(1, true, false), hidden, "", block.weights).of(h, (int) shape[2]).metric();
            SDVariable logits = block.weights.filled(1, (int) shape[0], 1, (int) shape[1], (int) shape[1]);
            SDVariable pairs = metric.reshape(shape[0], shape[1], shape[1]);
            SDVariable edges = block.selection().of(pairs, logits, "", block.weights).kept();
            block.expect("scores", h.getSameDiff().nn().sigmoid(pairs.add(h.getSameDiff().getVariable("sel_b2"))));
            block.expect("edges", edges);
            block.check(edges);
        });
    }

    @TestFactory
    Stream<DynamicTest> keepTop() throws IOException {
        return each("keep_top", block -> {
            SDVariable scores = block.parameter("scores", null);
            SDVariable shifted = scores.add(1 - block.least());
            long rows = scores.getShape()[0];
            long columns = scores.getShape()[1];
            SDVariable logits = block.weights.filled(1, 1, 1, (int) rows, (int) columns);
            SDVariable mask = block.selection().kept(shifted.reshape(1, rows, columns), logits).kept();
            SDVariable kept = scores.getSameDiff().math().sign(mask).reshape(rows, columns);
            block.expect("mask", kept);
            block.check(kept.mul(scores));
        });
    }

    @TestFactory
    Stream<DynamicTest> attentionLogits() throws IOException {
        return each("attention_logits", block -> {
            SDVariable h = block.parameter("h", null);
            block.value("att_w", "a", null);
            block.value("att_b", "b", null);
            int heads = block.golden.get("b").size();
            SDVariable logits = new PairScores(parts(heads, false, true), PairScores.HIDDEN, "", block.weights).of(h, (int) h.getShape()[2]).attention();
            block.expect("out_bhij", logits);
            block.check(logits);
        });
    }

    private static GraphSettings parts(int heads, boolean selection, boolean attention) {
        return settings(heads, heads, GraphSettings.Neighbourhood.CODE, selection, attention);
    }

    private static GraphSettings settings(int out, int heads, GraphSettings.Neighbourhood mode, boolean selection, boolean attention) {
        return new GraphSettings(1, List.of(out), List.of(), heads, mode, selection, attention, true, true, 0, 0, List.of(), 0, 0, List.of(1, 2, 3));
    }

    @TestFactory
    Stream<DynamicTest> graphLayer() throws IOException {
        return each("graph_layer", block -> {
            SDVariable h = block.parameter("h", "grad_h");
            int heads = block.golden.get("heads").asInt();
            int out = block.golden.get("params").get("gamma").get(0).size();
            int[] shape = {(int) h.getShape()[0], (int) h.getShape()[1], (int) h.getShape()[2]};
            GraphSettings.Neighbourhood mode = GraphSettings.Neighbourhood.valueOf(block.golden.get("mode").asText().toUpperCase(Locale.ROOT));
            GraphLayer layer = new GraphLayer(settings(out, heads, mode, true, true), shape[1], shape[0], "", block.weights, new Dropping(Mode.TRAINING));
            GraphLayer.Result result = layer.of(h, shape[2], out, block.golden.get("k").asInt());
            block.golden.get("params").fieldNames().forEachRemaining(block::given);
            block.expect("edges", result.edges());
            block.expect("attention_bihj", result.attention().permute(0, 2, 1, 3));
            SDVariable rows = result.h().permute(1, 0, 2);
            block.expect("out", rows);
            block.check(rows);
        });
    }

    @TestFactory
    Stream<DynamicTest> logLoss() throws IOException {
        return each("log_loss", block -> {
            SDVariable logits = block.parameter("logits", "grad_logits");
            SDVariable labels = block.weights.graph().constant(block.array(block.golden.get("label")).reshape(logits.getShape()));
            block.expected.put("loss", null);
            block.checkLoss(ClickLoss.of(logits, labels));
        });
    }

    @TestFactory
    Stream<DynamicTest> biInteraction() throws IOException {
        return each("bi_interaction", block -> {
            SDVariable out = PairSum.of(block.parameter("e", null));
            block.expect("out", out);
            block.check(out);
        });
    }

    /** TensorFlow's form of Adam, on sum((q - target)^2). */
    @TestFactory
    Stream<DynamicTest> adam() throws IOException {
        return each("adam", block -> {
            SDVariable start = block.parameter("start", null);
            SDVariable difference = start.sub(block.weights.graph().constant(block.array(block.golden.get("target"))));
            block.checkSteps(difference.mul(difference).sum(), new Adam(block.golden.get("lr").asDouble(), 0.9, 0.999, 1e-8));
        });
    }

    private interface Check {
        void run(Block block);
    }

    private static Stream<DynamicTest> each(String op, Check check) throws IOException {
        return Golden.cases("blocks.json", "op").filter(golden -> golden.get("op").asText().equals(op)).flatMap(golden -> Stream.of(Precision.values())
                .map(precision -> dynamicTest(op + " " + golden.path("note").asText(golden.path("mode").asText("")) + " " + precision, () -> run(golden, precision, check))));
    }

    private static void run(JsonNode golden, Precision precision, Check check) throws Exception {
        try (Lease lease = Computes.lease("golden")) {
            lease.call(() -> {
                check.run(new Block(golden, precision, lease));
                return null;
            });
        }
    }

    /** A block under test: given values become parameters, so that their gradients can be compared. */
    private static final class Block {
        private final JsonNode golden;
        private final Precision precision;
        private final Lease lease;
        private final Weights weights;
        private final Map<String, JsonNode> values = new LinkedHashMap<>();
        private final Map<String, JsonNode> gradients = new LinkedHashMap<>();
        private final Map<String, SDVariable> expected = new LinkedHashMap<>();

        Block(JsonNode golden, Precision precision, Lease lease) {
            this.golden = golden;
            this.precision = precision;
            this.lease = lease;
            this.weights = new Weights(SameDiff.create(), new TestRandomSource(1), precision.type());
        }

        SDVariable parameter(String key, String gradient) {
            value(key, key, gradient);
            return weights.graph().var(key, array(golden.get(key)));
        }

        void value(String name, String key, String gradient) {
            values.put(name, golden.get(key));
            if (gradient != null && golden.has(gradient)) {
                gradients.put(name, golden.get(gradient));
            }
        }

        Selection selection() {
            return new Selection(golden.get("k").asInt(), GraphSettings.Neighbourhood.CODE);
        }

        /** The least score: kept ones are told from others by their sign, so all must be positive. */
        double least() {
            return Arrays.stream(Golden.numbers(golden.get("scores"))).min().orElseThrow();
        }

        void given(String name) {
            values.put(name, golden.get("params").get(name));
            gradients.put(name, golden.get("grads").get(name));
        }

        void expect(String key, SDVariable output) {
            expected.put(key, output);
        }

        /** The loss whose gradients are given is sum(output * upstream). */
        void check(SDVariable output) {
            INDArray upstream = golden.has("upstream") ? array(golden.get("upstream")) : null;
            checkLoss(upstream == null ? output.sum() : output.mul(weights.graph().constant(upstream)).sum());
        }

        void checkLoss(SDVariable loss) {
            Map<String, INDArray> start = start(loss);
            expected.forEach((key, output) -> {
                if (output != null) {
                    precision.assertNear(Golden.numbers(golden.get(key)), value(output, start), key);
                }
            });
            TrainingProgram program = lease.compileTraining(ProgramRequest.training(Network.of(loss, loss), lease.parameters(start), new Sgd(1), 0));
            double value = program.gradients();
            if (expected.containsValue(null)) {
                precision.assertNear(Golden.numbers(golden.get("loss")), new double[] {value}, "loss");
            }
            for (Entry<String, JsonNode> gradient : gradients.entrySet()) {
                precision.assertNear(Golden.numbers(gradient.getValue()), GoldenCase.values(program.gradient(gradient.getKey())), "gradient by " + gradient.getKey());
            }
        }

        private double[] value(SDVariable output, Map<String, INDArray> start) {
            try (Program program = lease.compile(ProgramRequest.inference(lease.parameters(start), output))) {
                program.run();
                return GoldenCase.values(program.output(output.name()));
            }
        }

        void checkSteps(SDVariable loss, IUpdater updater) {
            Parameters parameters = lease.parameters(start(loss));
            TrainingProgram program = lease.compileTraining(ProgramRequest.training(Network.of(loss, loss), parameters, updater, 0));
            for (JsonNode after : golden.get("after_each_step")) {
                program.step();
                precision.assertNear(Golden.numbers(after), GoldenCase.values(parameters.arrays().get("start")), "parameters");
            }
        }

        private Map<String, INDArray> start(SDVariable loss) {
            Map<String, INDArray> start = new LinkedHashMap<>();
            values.forEach((name, value) -> start.put(name, array(value).reshape(loss.getSameDiff().getVariable(name).getShape())));
            return start;
        }

        INDArray array(JsonNode numbers) {
            return Nd4j.createFromArray(Golden.numbers(numbers)).reshape(Golden.shape(numbers)).castTo(precision.type());
        }
    }
}
