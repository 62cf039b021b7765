package org.espalier.it;

import java.nio.file.Path;

import org.espalier.it.tiny.Numbers;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Resource;

/** Packs {@link org.espalier.it.tiny} into a bundle, as a third party's build would. */
final class TinyPlugin {
    private static final String EXPERIMENT = """
            id: tiny/mean
            title: Mean of three numbers
            stages:
              main:
                dataset: {use: tiny.numbers}
                model: {use: tiny.mean}
                trainer: {use: tiny.look}
                metrics: [tiny-version]
            seeds: 1
            claims:
              - id: version-one
                says: The first version ran
                check: mean(tiny-version) <= 1.5
                published: not available
            """;

    private TinyPlugin() {
    }

    /** A working plugin; metric {@code tiny-version} yields its major version. */
    static Path version(int version, Path jar) throws Exception {
        return build(jar, "it.tiny", version, "");
    }

    /** The same extensions under another name. */
    static Path twin(Path jar) throws Exception {
        return build(jar, "it.twin", 1, "");
    }

    /** One that needs a package which nobody has. */
    static Path unresolvable(Path jar) throws Exception {
        return build(jar, "it.unresolvable", 1, "it.nowhere;version=\"[3,4)\",");
    }

    private static Path build(Path jar, String name, int version, String imports) throws Exception {
        try (Builder builder = new Builder()) {
            Path classes = Path.of(Numbers.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            builder.addClasspath(classes.toFile());
            for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
                builder.addClasspath(Path.of(entry).toFile());
            }
            builder.setBundleSymbolicName(name);
            builder.setBundleVersion(version + ".0.0");
            builder.setProperty("Private-Package", Numbers.class.getPackageName());
            builder.setProperty("Import-Package", imports + "*");
            try (Jar built = builder.build()) {
                if (!builder.isOk()) {
                    throw new AssertionError("bnd: " + builder.getErrors() + builder.getWarnings());
                }
                built.putResource("version.txt", text(String.valueOf(version)));
                built.putResource("OSGI-INF/espalier/experiments/mean.yaml", text(EXPERIMENT));
                built.write(jar.toFile());
            }
        }
        return jar;
    }

    private static Resource text(String content) {
        return new EmbeddedResource(content, System.currentTimeMillis());
    }
}
