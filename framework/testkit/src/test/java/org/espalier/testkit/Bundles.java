package org.espalier.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.io.TempDir;

/** Bundles to try the contract with: each holds one metric. */
final class Bundles {
    private Bundles() {
    }

    abstract static class OfMetric extends BundleContract {
        @TempDir
        Path jars;

        String point() {
            return "metric";
        }

        @Override
        protected Path bundle() throws IOException {
            Path jar = jars.resolve("metric.jar");
            try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out, manifest())) {
                for (Class<?> type : List.of(Metrics.class, Metrics.Bias.class)) {
                    String name = type.getName().replace('.', '/') + ".class";
                    entries.putNextEntry(new ZipEntry(name));
                    try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
                        in.transferTo(entries);
                    }
                }
            }
            return jar;
        }

        private Manifest manifest() {
            Manifest manifest = new Manifest();
            Attributes main = manifest.getMainAttributes();
            main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
            main.putValue("Bundle-ManifestVersion", "2");
            main.putValue("Bundle-SymbolicName", "metric");
            main.putValue("Import-Package", "java.util,org.espalier.api.metric;version=\"[1.0,2)\"");
            main.putValue("Require-Capability", "osgi.extender;filter:=\"(osgi.extender=espalier.extensions)\"");
            main.putValue("Provide-Capability", "espalier.extension;point=" + point() + ";id=bias;title=Bias;class=\"" + Metrics.Bias.class.getName() + "\"");
            return manifest;
        }
    }

    static class OfRightOne extends OfMetric {
    }

    static class OfWrongPoint extends OfMetric {
        @Override
        String point() {
            return "model";
        }
    }

    static class OfLeak extends OfMetric {
        private static final List<Object> CACHE = new ArrayList<>();

        @Override
        protected void use(List<Class<?>> extensions) throws Exception {
            super.use(extensions);
            CACHE.addAll(extensions);
        }
    }
}
