package org.espalier.core.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.api.config.Param;
import org.espalier.api.error.InputException;
import org.espalier.api.run.Artefact;
import org.espalier.core.config.ArtefactSource;
import org.espalier.core.config.Origin;
import org.espalier.core.config.Parameter;
import org.espalier.core.config.ParameterSchema;
import org.espalier.core.config.Setting;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

class ParameterSchemaTest {
    enum Shape { ROUND, VERY_SQUARE }

    record Settings(
            @Param(value = "width", def = "16", min = 1, unit = "units") int hiddenWidth,
            @Param(value = "rate", def = "0.5", min = 0, max = 1, maxExclusive = true) double dropout,
            @Param(value = "shape", def = "round") Shape shape,
            @Param(value = "which", choices = {"cora", "citeseer"}) String name,
            @Param(value = "layers", def = "8, 4") List<Integer> layers,
            @Param("start") Optional<Artefact> weights) {
    }

    static final class Model {
        @Inject
        Model(Settings settings) {
        }
    }

    record Pace(@Param(value = "rate", def = "0.1") double rate, @Param(value = "slope", def = "2") int slope) {
    }

    record TrainerSettings(@Param(value = "epochs", def = "5") int epochs, Pace pace, @Param(value = "patience", def = "3") int patience) {
    }

    static final class Trainer {
        @Inject
        Trainer(TrainerSettings settings) {
        }
    }

    private static final ArtefactSource ARTEFACTS = (stage, name, setting) -> new Artefact(stage, name, Path.of("made", name));

    private final ParameterSchema schema = ParameterSchema.of(Model.class);

    @Test
    void describesParametersForHelp() {
        Parameter width = schema.parameters().get(0);
        assertEquals(new Parameter("hidden-width", "integer", "width", Optional.of("16"), false, "[1, ∞)", List.of(), "units"), width);
        assertEquals("[0, 1)", schema.parameters().get(1).range());
        assertEquals(List.of("round", "very-square"), schema.parameters().get(2).choices());
        assertTrue(schema.parameters().get(3).required());
        assertEquals("artefact", schema.parameters().get(5).type());
    }

    @Test
    void bindsValuesOfEveryType() {
        Settings settings = bind("hidden-width", "32", "dropout", "0.25", "shape", "very-square", "name", "cora", "layers", "[3, 2, 1]",
                "weights.from", "pretrain", "weights.artefact", "w.bin");
        assertEquals(new Settings(32, 0.25, Shape.VERY_SQUARE, "cora", List.of(3, 2, 1), Optional.of(new Artefact("pretrain", "w.bin", Path.of("made/w.bin")))), settings);
    }

    @Test
    void keysOfARecordWithinTheRecordStandBesideTheOthers() {
        ParameterSchema nested = ParameterSchema.of(Trainer.class);
        assertEquals(List.of("epochs", "rate", "slope", "patience"), nested.parameters().stream().map(Parameter::key).toList());
        assertEquals(Map.of("epochs", "5", "rate", "0.1", "slope", "2", "patience", "3"), nested.defaults());
        Map<String, Setting> values = new LinkedHashMap<>();
        Map.of("epochs", "5", "rate", "0.1", "slope", "4", "patience", "3")
                .forEach((key, value) -> values.put(key, new Setting("main.trainer." + key, value, new Origin("default", ""))));
        assertEquals(Optional.of(new TrainerSettings(5, new Pace(0.1, 4), 3)), nested.bind("t.t", values, ARTEFACTS));
    }

    @Test
    void takesDefaults() {
        assertEquals(new Settings(16, 0.5, Shape.ROUND, "cora", List.of(8, 4), Optional.empty()), bind("name", "cora"));
    }

    @Test
    void namesTheNearestKeyForAnUnknownOne() {
        String message = refused("name", "cora", "hiden-width", "3");
        assertEquals("Key 'main.model.hiden-width' (command line) is unknown: m.m has no parameter 'hiden-width'. Did you mean 'hidden-width'?", message);
    }

    @Test
    void namesKeyOriginValueAndRangeForAWrongValue() {
        assertEquals("Key 'main.model.hidden-width' (command line) is '0', but an integer in [1, ∞) is expected", refused("name", "cora", "hidden-width", "0"));
        assertEquals("Key 'main.model.hidden-width' (command line) is 'big', but an integer in [1, ∞) is expected", refused("name", "cora", "hidden-width", "big"));
        assertEquals("Key 'main.model.dropout' (command line) is '1', but a number in [0, 1) is expected", refused("name", "cora", "dropout", "1"));
        assertEquals("Key 'main.model.dropout' (command line) is 'NaN', but a number in [0, 1) is expected", refused("name", "cora", "dropout", "NaN"));
        assertEquals("Key 'main.model.name' (command line) is 'pubmed', but a text: cora, citeseer is expected", refused("name", "pubmed"));
        assertEquals("Key 'main.model.shape' (command line) is 'flat', but one of these: round, very-square is expected", refused("name", "cora", "shape", "flat"));
    }

    @Test
    void namesAMissingParameter() {
        assertEquals("Parameter 'name' of m.m is missing: it has no default (which)", refused());
    }

    @Test
    void refusesHalfAnArtefact() {
        assertTrue(refused("name", "cora", "weights.from", "pretrain").contains("write {from: STAGE, artefact: NAME}"));
    }

    private Settings bind(String... keysAndValues) {
        Map<String, Setting> values = new LinkedHashMap<>();
        schema.defaults().forEach((key, value) -> values.put(key, new Setting("main.model." + key, value, new Origin("default", ""))));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], new Setting("main.model." + keysAndValues[i], keysAndValues[i + 1], new Origin("command line", "")));
        }
        return (Settings) schema.bind("m.m", values, ARTEFACTS).orElseThrow();
    }

    private String refused(String... keysAndValues) {
        return assertThrows(InputException.class, () -> bind(keysAndValues)).getMessage();
    }
}
