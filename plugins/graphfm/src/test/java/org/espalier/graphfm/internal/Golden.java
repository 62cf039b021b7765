package org.espalier.graphfm.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.espalier.testkit.fixture.GoldenCases;

import com.fasterxml.jackson.databind.JsonNode;

/** Golden cases: those shipped with the tests, or those in the folder that {@code -Dgolden.dir} names. */
public final class Golden {
    private Golden() {
    }

    /** The cases of a file; the test is skipped if another folder is named and has no such file. */
    public static Stream<JsonNode> cases(String file, String... keys) throws IOException {
        return new GoldenCases("graphfm", Golden.class).list(file, keys);
    }

    public static int[] integers(JsonNode list) {
        return Arrays.stream(numbers(list)).mapToInt(number -> (int) number).toArray();
    }

    public static List<Integer> integerList(JsonNode list) {
        return Arrays.stream(integers(list)).boxed().toList();
    }

    /** All numbers of a number or nested list, row by row. */
    public static double[] numbers(JsonNode node) {
        if (!node.isArray()) {
            return new double[] {node.asDouble()};
        }
        return StreamSupport.stream(node.spliterator(), false).flatMapToDouble(item -> Arrays.stream(numbers(item))).toArray();
    }

    /** Sizes of a nested list. */
    public static long[] shape(JsonNode node) {
        List<Long> sizes = new ArrayList<>();
        for (JsonNode inner = node; inner.isArray(); inner = inner.get(0)) {
            sizes.add((long) inner.size());
        }
        return sizes.stream().mapToLong(Long::longValue).toArray();
    }
}
