package org.espalier.graphfm.internal.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Parameters;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.dataset.Part;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.espalier.api.run.RandomSource;
import org.espalier.data.field.FieldData;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.learning.config.Adam;

class FootprintTest {
    private static final RandomSource RANDOM = new TestRandomSource(1);
    private static final List<Integer> NONE = List.of();

    static Stream<Arguments> models() {
        return Stream.of(
                Arguments.of("graphfm", new GraphFmModel(new GraphSettings(16, List.of(32, 32), NONE, 2, GraphSettings.Neighbourhood.CODE, true, true, true, true, 0.1, 0.1, NONE, 0, 0, List.of(1, 2, 3)), RANDOM)),
                Arguments.of("lr", new LrModel(RANDOM)),
                Arguments.of("fm", new FmModel(new FmModel.Parameters(16, 0.1), RANDOM)),
                Arguments.of("afm", new AfmModel(new AfmModel.Parameters(16, 16, 0.1, 0.1), RANDOM)),
                Arguments.of("nfm", new NfmModel(new NfmModel.Parameters(16, List.of(200), 0.1, 0.1), RANDOM)),
                Arguments.of("deepfm", new DeepFmModel(new DeepFmModel.Parameters(16, List.of(100, 100), 0.1, 0.1), RANDOM)),
                Arguments.of("dcn", new DcnModel(new DcnModel.Parameters(16, 3, List.of(100), 0.1, 0.1), RANDOM)),
                Arguments.of("xdeepfm", new XDeepFmModel(new XDeepFmModel.Parameters(16, List.of(30, 30), NONE, 0.1, 0.1), RANDOM)),
                Arguments.of("deepcrossing", new DeepCrossingModel(new DeepCrossingModel.Parameters(16, 4, 100, 0.1), RANDOM)),
                Arguments.of("hofm", new HofmModel(new HofmModel.Parameters(16, 0.1), RANDOM)),
                Arguments.of("hoafm", new HoafmModel(new HoafmModel.Parameters(16, 3, HoafmModel.Orders.ALL, NONE, 0.1, 0), RANDOM)),
                Arguments.of("autoint", new AutoIntModel(new AutoIntModel.Parameters(16, List.of(32, 32), 2, NONE, 0.1, 0.1, 0), RANDOM)),
                Arguments.of("fignn", new FiGnnModel(new FiGnnModel.Parameters(16, List.of(32, 32, 32), 2, 0.1, 0.1), RANDOM)),
                Arguments.of("interhat", new InterHatModel(new InterHatModel.Parameters(16, List.of(16, 16), 2, 0.1, 0.1), RANDOM)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void forecastIsEnoughAndNotFarTooMuch(String name, FieldModel model) throws Exception {
        FieldData data = Clicks.wide(256, 10);
        int rows = data.size(Part.TRAIN);
        long forecast = model.nativeMemory(data).orElseThrow();
        try (Lease lease = Computes.lease(name)) {
            long held = lease.call(() -> {
                Network training = model.network(data, Mode.TRAINING, rows);
                Parameters parameters = lease.parameters(training.initialValues());
                lease.parameters(training.initialValues());
                lease.compileTraining(ProgramRequest.training(training, parameters, new Adam(), 1));
                lease.compile(ProgramRequest.inference(model.network(data, Mode.EVALUATION, rows), parameters));
                return lease.held();
            });
            assertTrue(held <= forecast && forecast <= 3 * held, name + " holds " + held + " bytes, forecast " + forecast);
        }
    }
}
