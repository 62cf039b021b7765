package org.espalier.graphfm.internal.model;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.Program;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.espalier.graphfm.internal.Golden;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.DynamicTest;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import com.fasterxml.jackson.databind.JsonNode;

/** A whole model with its inputs and parameters, in one precision. */
record GoldenCase(JsonNode golden, Precision precision) {

    interface Check {
        void run(GoldenCase golden, Lease lease) throws Exception;
    }

    /** A test for each case of a file in each precision. */
    static Stream<DynamicTest> each(String file, Check check) throws IOException {
        return Golden.cases(file, "name", "model").flatMap(golden -> Stream.of(Precision.values()).map(precision -> dynamicTest(golden.get("name").asText() + " " + precision,
                () -> run(new GoldenCase(golden, precision), check))));
    }

    private static void run(GoldenCase golden, Check check) throws Exception {
        try (Lease lease = Computes.lease("golden")) {
            lease.call(() -> {
                check.run(golden, lease);
                return null;
            });
        }
    }

    FieldModel model() {
        return GoldenModels.of(golden);
    }

    Weights weights() {
        return new Weights(SameDiff.create(), new TestRandomSource(1), precision.type());
    }

    FieldInputs inputs(Weights weights) {
        JsonNode config = golden.get("config");
        List<Integer> slots = new ArrayList<>(Collections.nCopies(golden.get("idx").get(0).size(), 1));
        if (golden.has("multi")) {
            slots.add(golden.get("multi").get("field").asInt(), golden.get("multi").get("idx").get(0).size());
        }
        return new FieldInputs(weights, golden.get("idx").size(), config.get("n_features").asInt(), slots);
    }

    Network network(Mode mode) {
        Weights weights = weights();
        return model().network(inputs(weights), mode, weights);
    }

    Parameters parameters(Lease lease, SameDiff graph) {
        Map<String, INDArray> values = new LinkedHashMap<>();
        for (Entry<String, JsonNode> given : golden.get("params").properties()) {
            SDVariable variable = graph.getVariable(given.getKey());
            if (variable != null) {
                values.put(given.getKey(), array(given.getValue()).reshape(variable.getShape()));
            }
        }
        return lease.parameters(values);
    }

    void feed(Program program, Mode mode) {
        program.feed(FieldInputs.INDEX, rows("idx", false).castTo(org.nd4j.linalg.api.buffer.DataType.INT32));
        program.feed(FieldInputs.WEIGHT, rows("val", true).castTo(precision.type()));
        if (mode == Mode.TRAINING) {
            program.feed(FieldModel.LABEL, array(golden.get("label")).reshape(-1, 1));
        }
    }

    /** The rows of all slots: those of a multi-valued field come in a list of their own. */
    private INDArray rows(String key, boolean averaged) {
        INDArray single = Nd4j.createFromArray(Golden.numbers(golden.get(key))).reshape(Golden.shape(golden.get(key)));
        if (!golden.has("multi")) {
            return single;
        }
        JsonNode many = golden.get("multi");
        INDArray values = Nd4j.createFromArray(Golden.numbers(many.get(key))).reshape(Golden.shape(many.get(key)));
        INDArray field = averaged ? values.divColumnVector(values.sum(true, 1)) : values;
        INDArray[] columns = {columns(single, 0, many.get("field").asLong()), field, columns(single, many.get("field").asLong(), single.size(1))};
        return Nd4j.concat(1, Stream.of(columns).filter(part -> part != null).toArray(INDArray[]::new));
    }

    private static INDArray columns(INDArray rows, long from, long to) {
        return from == to ? null : rows.get(org.nd4j.linalg.indexing.NDArrayIndex.all(), org.nd4j.linalg.indexing.NDArrayIndex.interval(from, to));
    }

    INDArray array(JsonNode numbers) {
        return Nd4j.createFromArray(Golden.numbers(numbers)).castTo(precision.type());
    }

    static double[] values(INDArray array) {
        return array.dup('c').data().asDouble();
    }
}
