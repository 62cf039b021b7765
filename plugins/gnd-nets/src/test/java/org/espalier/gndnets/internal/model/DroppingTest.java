package org.espalier.gndnets.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.op.SparseOperand;
import org.espalier.api.model.Mode;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/** What each network drops in training, in order: the stored entries of X, later inputs of matrices, and class scores in GND-Nets. */
class DroppingTest {
    private static final TestRandomSource RANDOM = new TestRandomSource(1);

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of(new GndModel(new GndModel.Parameters(GndModel.Kind.SLP, Optional.of(3), 2, 1, 2, 1, 0.5, 0, false), RANDOM), "entries of features, transformed, hidden, scores"),
                Arguments.of(new MlpModel(new MlpModel.Parameters(3, 0.5, 0, false), RANDOM), "entries of features, hidden"),
                Arguments.of(new GcnModel(new GcnModel.Parameters(4, 3, 0.5, 0, false), RANDOM), "entries of features, hidden 2, hidden 3, hidden 4"),
                Arguments.of(new AppnpModel(new AppnpModel.Parameters(3, 2, 0.1, 0.5, 0, false), RANDOM), "entries of features, hidden"),
                Arguments.of(new GatModel(new GatModel.Parameters(1, 3, 0.5, 0, false), RANDOM), "entries of features 0, attention 1, transformed 1, hidden, attention 2, transformed 2"),
                Arguments.of(new JkNetModel(new JkNetModel.Parameters(2, 3, JkNetModel.Join.CONCAT, 0.5, 0, false), RANDOM), "entries of features, hidden 2, joined"),
                Arguments.of(new GcniiModel(new GcniiModel.Parameters(2, 3, 0.1, 0.5, 0.5, 0, false), RANDOM), "entries of features, hidden 1, hidden 2, last"),
                Arguments.of(new GdcModel(new GdcModel.Parameters(0.1, 3, 2, 3, 0.5, 0, false), RANDOM), "entries of features, hidden 2"));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void happensWhereTheEquationsHaveIt(NodeModel model, String expected) throws Exception {
        Recording recording = new Recording(new ArrayList<>());
        try (Lease lease = Computes.lease("dropping")) {
            lease.call(() -> model.network(Rings.data(), Mode.TRAINING, recording, new Weights(SameDiff.create(), RANDOM, DataType.FLOAT)));
        }
        assertEquals(expected, String.join(", ", recording.streams()));
    }

    private record Recording(List<String> streams) implements Dropping {
        @Override
        public SDVariable product(SparseOperand sparse, SDVariable dense, String stream) {
            streams.add("entries of " + stream);
            return Dropping.none().product(sparse, dense, stream);
        }

        @Override
        public SDVariable of(SDVariable input, String stream) {
            streams.add(stream);
            return input;
        }
    }
}
