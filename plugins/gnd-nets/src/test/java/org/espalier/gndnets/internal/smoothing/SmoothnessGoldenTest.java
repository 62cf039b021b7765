package org.espalier.gndnets.internal.smoothing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.IntStream;

import org.espalier.gndnets.internal.Golden;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

class SmoothnessGoldenTest {
    private static final double TOLERANCE = 1e-9;

    private JsonNode golden;
    private Smoothness smoothness;

    @BeforeEach
    void read() throws IOException {
        golden = Golden.read("protocol.json", "smoothness").get("smoothness");
        smoothness = new Smoothness(Golden.numbers(golden.get("H")), golden.get("H").get(0).size());
    }

    @Test
    void meanAverageDistance() {
        assertEquals(golden.get("mad").asDouble(), smoothness.meanAverageDistance(IntStream.range(0, golden.get("H").size()).toArray()), TOLERANCE);
    }

    @Test
    void dirichletEnergy() {
        JsonNode adjacency = golden.get("graph").has("adj") ? golden.get("graph").get("adj") : golden.get("graph");
        assertEquals(golden.get("dirichlet").asDouble(), smoothness.dirichletEnergy(Golden.matrix(adjacency)), TOLERANCE);
    }
}
