package org.espalier.shell.internal.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipFile;

import org.espalier.shell.internal.Fakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

class DiagnosisTest {
    @TempDir
    Path folder;

    private final BundleContext context = (BundleContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {BundleContext.class},
            (proxy, method, arguments) -> new Bundle[0]);

    @Test
    void writesEveryPartThatCanBeHadAndSaysWhyOthersCannot() throws IOException {
        Path file = folder.resolve("diag.zip");
        assertTrue(new Diagnosis(context, new Fakes().plugins(), null).writeTo(file).contains("threads.txt"));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertTrue(text(zip, "plugins.json").contains("broken.jar"));
            assertTrue(text(zip, "devices.json").contains("The compute service is not there"));
            assertTrue(text(zip, "system.txt").contains("java.version="));
        }
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
