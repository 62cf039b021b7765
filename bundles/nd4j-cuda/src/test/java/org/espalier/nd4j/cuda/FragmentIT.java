package org.espalier.nd4j.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.ServiceLoader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

class FragmentIT {
    @TempDir
    Path cache;

    @Test
    void resolvesBesideTheCpuBackendAndBringsItsClassesAndNatives() throws Exception {
        Framework felix = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(Map.of(
                Constants.FRAMEWORK_STORAGE, cache.toString(),
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "org.slf4j;version=2.0.16,org.slf4j.event;version=2.0.16,org.slf4j.helpers;version=2.0.16"));
        felix.start();
        try {
            install(felix, onClassPath("espalier-nd4j-cpu"));
            Bundle cuda = install(felix, System.getProperty("bundle"));
            Bundle nd4j = install(felix, onClassPath("espalier-nd4j-0"));
            nd4j.start();

            assertEquals(Bundle.RESOLVED, cuda.getState());
            assertEquals("JCublasBackend", nd4j.loadClass("org.nd4j.linalg.jcublas.JCublasBackend").getSimpleName());
            assertNotNull(nd4j.getResource("org/nd4j/linalg/jcublas/bindings/linux-x86_64/libnd4jcuda.so"));
        } finally {
            felix.stop();
            felix.waitForStop(10_000);
        }
    }

    private static Bundle install(Framework felix, String jar) throws BundleException {
        return felix.getBundleContext().installBundle("reference:" + new File(jar).toURI());
    }

    private static String onClassPath(String start) {
        return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")).split(File.pathSeparator))
                .filter(path -> new File(path).getName().startsWith(start)).findFirst().orElseThrow();
    }
}
