package org.espalier.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.espalier.core.config.Parameter;
import org.espalier.core.config.ParameterSchema;
import org.espalier.testkit.fixture.FolderArtefacts;
import org.espalier.testkit.fixture.InMemoryCheckpoints;
import org.espalier.testkit.fixture.RecordingProgress;
import org.espalier.testkit.fixture.TestRandomSource;
import org.espalier.testkit.fixture.TestTrial;
import org.espalier.testkit.internal.WithoutDevices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for extensions of every kind: parameters that a host can read and explain, and construction that costs nothing. */
public abstract class ExtensionContract {
    private static final String KEY = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    /** A folder that is removed after the test. */
    @TempDir
    protected Path folder;

    /** The class to test. */
    protected abstract Class<?> extension();

    /** Values of its parameters to test it with, by key; defaults for the rest. Small ones make quick tests. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    @Test
    void everyParameterHasAKeyAndADescription() {
        assertAll(ParameterSchema.of(extension()).parameters().stream().map(parameter -> () -> check(parameter)));
    }

    @Test
    void defaultsAndTestSettingsAreOfTheRightTypeAndInRange() {
        ParameterSchema schema = ParameterSchema.of(extension());
        Optional<Record> parameters = deviceless(0).bind(extension(), settings());
        assertTrue(parameters.isPresent() == schema.record().isPresent(), "The parameters record was not made");
    }

    @Test
    void constructionTouchesNoDevice() throws ClassNotFoundException {
        Class<?> blind = WithoutDevices.copyOf(extension());
        try {
            deviceless(1).make(blind, settings());
        } catch (RuntimeException | LinkageError e) {
            fail("The constructor of " + extension().getName() + " failed without a device. Plans are checked and forecast where none may be touched: "
                    + "leave ND4J and the lease alone until the extension is asked to work.", e);
        }
    }

    /** A trial whose lease refuses to work. */
    final TestTrial deviceless(long seed) {
        RecordingProgress progress = new RecordingProgress();
        return new TestTrial(new TestRandomSource(seed), progress, new InMemoryCheckpoints(progress::stopping), new FolderArtefacts("main", folder),
                WithoutDevices.lease());
    }

    private static void check(Parameter parameter) {
        assertTrue(parameter.key().matches(KEY), () -> "Key '" + parameter.key() + "' is not kebab case");
        assertNotEquals("use", parameter.key(), "The key 'use' names the extension itself in experiment files; call the parameter otherwise");
        assertFalse(parameter.description().isBlank(), () -> "Parameter '" + parameter.key() + "' has no description: help and reports show it");
    }
}
