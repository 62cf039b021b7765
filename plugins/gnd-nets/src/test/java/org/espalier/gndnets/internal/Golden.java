package org.espalier.gndnets.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.Split;
import org.espalier.data.graph.CsrBuilder;
import org.espalier.data.graph.GraphData;
import org.espalier.testkit.fixture.GoldenCases;

import com.fasterxml.jackson.databind.JsonNode;

/** Golden cases: those shipped with the tests, or those in the folder that {@code -Dgolden.dir} names. */
public final class Golden {
    private Golden() {
    }

    /** A file of cases with these keys; the test is skipped if another folder is named and has none. */
    public static JsonNode read(String file, String... keys) throws IOException {
        return new GoldenCases("gndnets", Golden.class).object(file, keys);
    }

    public static int[] integers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
    }

    /** All numbers of a nested list, row by row. */
    public static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).flatMapToDouble(item -> Arrays.stream(item.isArray() ? numbers(item) : new double[] {item.asDouble()})).toArray();
    }

    /** A matrix written as a list of rows, zeros left out. */
    public static CsrMatrix matrix(JsonNode rows) {
        CsrBuilder builder = new CsrBuilder(rows.size(), rows.get(0).size());
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                if (rows.get(r).get(c).asDouble() != 0) {
                    builder.add(r, c, rows.get(r).get(c).asDouble());
                }
            }
        }
        return builder.build(Double::sum);
    }

    /** The cases' graph, with these training nodes. */
    public static GraphData graph(JsonNode graph, int[] train) {
        List<String> classes = IntStream.range(0, graph.get("classes").asInt()).mapToObj(Integer::toString).toList();
        return new GraphData("golden", matrix(graph.get("adj")), matrix(graph.get("x")), integers(graph.get("y")), classes, new Split(train, new int[0], new int[0]));
    }
}
