package org.espalier.gndnets.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.Split;
import org.espalier.data.graph.CsrBuilder;
import org.espalier.data.graph.GraphData;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Golden cases: those shipped with the tests, or those in the folder that {@code -Dgolden.dir} names. */
public final class Golden {
    private Golden() {
    }

    /** A file of cases; the test is skipped if another folder is named and has no such file. */
    public static JsonNode read(String file) throws IOException {
        String folder = System.getProperty("golden.dir", "");
        if (folder.isEmpty()) {
            try (InputStream in = Golden.class.getResourceAsStream("/golden/" + file)) {
                return new ObjectMapper().readTree(in);
            }
        }
        Path path = Path.of(folder, file);
        assumeTrue(Files.exists(path), path + " does not exist");
        return new ObjectMapper().readTree(path.toFile());
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
