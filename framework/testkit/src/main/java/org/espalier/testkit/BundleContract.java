package org.espalier.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.espalier.api.extension.ExtensionPoint;
import org.espalier.core.config.Parameter;
import org.espalier.core.config.ParameterSchema;
import org.espalier.testkit.fixture.FolderArtefacts;
import org.espalier.testkit.fixture.InMemoryCheckpoints;
import org.espalier.testkit.fixture.RecordingProgress;
import org.espalier.testkit.fixture.TestRandomSource;
import org.espalier.testkit.fixture.TestTrial;
import org.espalier.testkit.internal.BareFramework;
import org.espalier.testkit.internal.Declared;
import org.espalier.testkit.internal.Garbage;
import org.espalier.testkit.internal.WithoutDevices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/**
 * What a host expects of a plugin's jar. Needs the jar, so name the subclass {@code …IT} and run it by Failsafe, after packaging. The jar is put into a bare OSGi
 * framework in which the packages it imports come from the test's class path.
 */
public abstract class BundleContract {
    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    /** The jar to test; by default, the one bundle in the module's {@code target}. */
    protected Path bundle() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            List<Path> bundles = files.filter(BundleContract::isBundle).toList();
            assertEquals(1, bundles.size(), () -> "Expected one bundle in target, found " + bundles + "; run this after packaging (mvn verify), or override bundle()");
            return bundles.get(0);
        }
    }

    /**
     * Uses the extensions, so that a leak caused by use shows. By default each one whose parameters all have defaults is made.
     *
     * @param extensions the classes that the bundle declares
     */
    protected void use(List<Class<?>> extensions) throws Exception {
        RecordingProgress progress = new RecordingProgress();
        TestTrial trial = new TestTrial(new TestRandomSource(1), progress, new InMemoryCheckpoints(progress::stopping), new FolderArtefacts("main", folder),
                WithoutDevices.lease());
        for (Class<?> extension : extensions) {
            if (ParameterSchema.of(extension).parameters().stream().noneMatch(Parameter::required)) {
                trial.make(extension, Map.of());
            }
        }
    }

    @Test
    void declaresExtensionsThatExistAndFitTheirPoint() throws Exception {
        try (BareFramework framework = BareFramework.start(bundle(), folder)) {
            List<Declared> declared = Declared.in(framework.install());
            assertFalse(declared.isEmpty(), "The manifest has no " + ExtensionPoint.NAMESPACE + " capability. Annotate the extensions, and build the jar with bnd");
            assertAll(declared.stream().map(extension -> () -> check(extension)));
            assertEquals(List.of(), repeated(declared), "Ids that are declared more than once");
        }
    }

    @Test
    void leavesNothingBehindWhenUpdatedAndUninstalled() throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        try (BareFramework framework = BareFramework.start(bundle(), folder)) {
            for (int round = 0; round < ROUNDS; round++) {
                loaders.addAll(installUseUpdateUninstall(framework));
            }
            assertEquals(0, Garbage.remaining(loaders), "Class loaders of the uninstalled plugin that are still reachable. Usual causes: a thread that was not ended, a ThreadLocal "
                    + "on a pooled thread, a listener or a static cache in a class of another bundle, a shutdown hook");
        }
    }

    private List<WeakReference<ClassLoader>> installUseUpdateUninstall(BareFramework framework) throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        Bundle plugin = framework.install();
        loaders.add(usedLoader(plugin));
        framework.update(plugin);
        loaders.add(usedLoader(plugin));
        framework.uninstall(plugin);
        return loaders;
    }

    private WeakReference<ClassLoader> usedLoader(Bundle plugin) throws Exception {
        List<Class<?>> extensions = new ArrayList<>();
        for (Declared declared : Declared.in(plugin)) {
            extensions.add(declared.load());
        }
        use(extensions);
        return new WeakReference<>(plugin.adapt(BundleWiring.class).getClassLoader());
    }

    private static void check(Declared declared) throws ClassNotFoundException {
        Class<?> contract = declared.contract();
        assertNotNull(contract, () -> "Extension '" + declared.id() + "' is for an unknown point '" + declared.point() + "'");
        assertFalse(declared.title().isBlank(), () -> "Extension '" + declared.id() + "' has no title");
        Class<?> extension = declared.load();
        assertTrue(contract.isAssignableFrom(extension), () -> "Extension '" + declared.id() + "' is annotated as " + contract.getSimpleName() + " but " + extension.getName() + " does not implement it");
        boolean takesRecord = Stream.of(extension.getDeclaredConstructors()).flatMap(constructor -> Stream.of(constructor.getParameterTypes())).anyMatch(Class::isRecord);
        assertEquals(takesRecord, ParameterSchema.of(extension).record().isPresent(), () -> "Whether the parameters of '" + declared.id() + "' can be read inside the framework. "
                + "If they can on a class path only, the manifest does not import org.espalier.api.config");
    }

    private static List<String> repeated(List<Declared> all) {
        List<String> ids = new ArrayList<>(all.stream().map(declared -> declared.point() + " " + declared.id()).toList());
        ids.stream().distinct().toList().forEach(ids::remove);
        return ids;
    }

    private static boolean isBundle(Path file) {
        if (!file.getFileName().toString().endsWith(".jar")) {
            return false;
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.getManifest() != null && jar.getManifest().getMainAttributes().getValue("Bundle-SymbolicName") != null;
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
