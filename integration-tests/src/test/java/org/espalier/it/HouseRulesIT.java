package org.espalier.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import aQute.bnd.header.OSGiHeader;

/** Who may know whom, held against the manifests of the bundles as they are shipped. */
class HouseRulesIT {
    private static final Path DISTRIBUTION = Path.of(System.getProperty("distribution"));
    private static final String OURS = "org.espalier.";

    /** Modules (as in {@code org.espalier.<module>}) that the bundle of each module may import. */
    private static final Map<String, List<String>> ALLOWED = Map.of(
            "api", List.of(),
            "data", List.of("api"),
            "compute", List.of("api"),
            "core", List.of("api", "data"),
            "report", List.of("api", "data", "core"),
            "shell", List.of("api", "data", "core", "report"),
            "host", List.of("api", "data", "core", "report"));

    static Stream<Path> framework() throws IOException {
        return Stream.of("40-framework", "50-shell").flatMap(folder -> ours(DISTRIBUTION.resolve("bundles").resolve(folder)));
    }

    static Stream<Path> plugins() {
        return ours(DISTRIBUTION.resolve("plugins"));
    }

    private static Stream<Path> ours(Path folder) {
        try {
            return Files.list(folder).filter(file -> file.getFileName().toString().startsWith("espalier-"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("framework")
    void modulesImportOnlyWhatTheHouseAllows(Path jar) throws IOException {
        Attributes manifest = manifest(jar);
        String module = manifest.getValue("Bundle-SymbolicName").substring(OURS.length());
        assertEquals(List.of(), imports(manifest).filter(name -> !name.equals(module) && !ALLOWED.get(module).contains(name)).toList());
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void pluginsImportNoneOfTheHostsParts(Path jar) throws IOException {
        List<String> forbidden = List.of("core", "compute", "report", "shell", "host", "nd4j");
        assertEquals(List.of(), imports(manifest(jar)).filter(forbidden::contains).toList());
    }

    @ParameterizedTest
    @MethodSource({"framework", "plugins"})
    void nobodyExportsOrImportsInternals(Path jar) throws IOException {
        Attributes manifest = manifest(jar);
        Stream.of("Export-Package", "Import-Package").flatMap(header -> packages(manifest, header))
                .forEach(name -> assertFalse(name.startsWith(OURS) && name.contains(".internal"), name));
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void pluginsSeeNoInjectionFrameworkBeyondTheStandardAnnotations(Path jar) throws IOException {
        assertEquals(List.of(), packages(manifest(jar), "Import-Package").filter(name -> name.startsWith("com.google.inject")).toList());
    }

    private static Attributes manifest(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes();
        }
    }

    /** The modules of ours that a bundle imports. */
    private static Stream<String> imports(Attributes manifest) {
        return packages(manifest, "Import-Package").filter(name -> name.startsWith(OURS)).map(name -> name.substring(OURS.length()).split("\\.")[0]).distinct();
    }

    private static Stream<String> packages(Attributes manifest, String header) {
        return OSGiHeader.parseHeader(manifest.getValue(header)).keySet().stream();
    }
}
