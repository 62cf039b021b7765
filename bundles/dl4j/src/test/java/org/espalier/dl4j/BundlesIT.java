package org.espalier.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

class BundlesIT {
    private static final String IMPORTS = "org.nd4j.linalg.activations,org.nd4j.linalg.api.ndarray,org.nd4j.linalg.dataset,org.nd4j.linalg.dataset.api,"
            + "org.nd4j.linalg.factory,org.nd4j.linalg.learning.config,org.nd4j.linalg.lossfunctions,"
            + "org.deeplearning4j.nn.api,org.deeplearning4j.nn.conf,org.deeplearning4j.nn.conf.layers,org.deeplearning4j.nn.multilayer";

    @TempDir
    Path cache;
    private Framework felix;

    @BeforeEach
    void start() throws BundleException {
        felix = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(Map.of(
                Constants.FRAMEWORK_STORAGE, cache.toString(),
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "org.slf4j;version=2.0.16,org.slf4j.event;version=2.0.16,org.slf4j.helpers;version=2.0.16"));
        felix.start();
    }

    @AfterEach
    void stop() throws Exception {
        felix.stop();
        felix.waitForStop(10_000);
    }

    @Test
    void namesTheMissingBackendWhenNoFragmentIsThere() throws Exception {
        Bundle nd4j = install(onClassPath("espalier-nd4j-0"));

        String message = assertThrows(BundleException.class, nd4j::start).getMessage();

        assertTrue(message.contains("espalier.compute.backend"), message);
    }

    @Test
    void trainsANetworkFromAnotherBundle() throws Exception {
        install(onClassPath("espalier-nd4j-cpu"));
        install(onClassPath("espalier-nd4j-0")).start();
        install(System.getProperty("bundle")).start();
        Bundle user = felix.getBundleContext().installBundle("user", bundleOf(FitsXor.class));

        Object trained = ((Callable<?>) user.loadClass(FitsXor.class.getName()).getDeclaredConstructor().newInstance()).call();

        assertEquals(0, (Double) trained, 0.2);
    }

    private Bundle install(String jar) throws BundleException {
        return felix.getBundleContext().installBundle("reference:" + new File(jar).toURI());
    }

    private static String onClassPath(String start) {
        return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")).split(File.pathSeparator))
                .filter(path -> new File(path).getName().startsWith(start)).findFirst().orElseThrow();
    }

    private static InputStream bundleOf(Class<?> type) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.putValue("Manifest-Version", "1.0");
        headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        headers.putValue(Constants.BUNDLE_SYMBOLICNAME, "user");
        headers.putValue(Constants.IMPORT_PACKAGE, IMPORTS);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String entry = type.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest); InputStream code = type.getClassLoader().getResourceAsStream(entry)) {
            jar.putNextEntry(new ZipEntry(entry));
            code.transferTo(jar);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
