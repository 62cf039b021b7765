package org.espalier.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every experiment that ships with GraphFM can be laid out on files of the published formats: settings, sweeps, fields and claims fit each other. */
class GraphFmExperimentsIT {
    private static final String EXPERIMENTS = "OSGI-INF/espalier/experiments/";

    @TempDir
    private static Path folder;
    private static Distribution espalier;

    @BeforeAll
    static void install() throws Exception {
        espalier = Distribution.complete(folder).with("ESPALIER_DATA_ROOTS", folder.resolve("data").toString());
        ClickLogs.write(folder.resolve("data"));
    }

    @Test
    void allCanBeLaidOut() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("batch"));
        arguments.addAll(shipped());
        arguments.addAll(List.of("--dry-run", "--json"));
        Outcome dry = espalier.run(arguments.toArray(String[]::new));
        assertEquals(0, dry.exitCode(), dry::err);
        assertEquals(arguments.size() - 3, dry.events().stream().filter(event -> event.get("event").asText().equals("planned")).count());
    }

    @Test
    void sweepsListsOnTheCommandLine() throws Exception {
        Outcome dry = espalier.run("run", "graphfm/grid", "sweep.main.model.neighbours=[[13,6,3],[13,4,2]]", "--dry-run");
        Outcome open = espalier.run("run", "graphfm/grid", "sweep.main.model.neighbours=[[13,6,3],[13,4,2]", "--dry-run");
        assertAll(() -> assertEquals(0, dry.exitCode(), dry::err),
                () -> assertTrue(dry.out().contains("neighbours=[13,6,3]") && dry.out().contains("neighbours=[13,4,2]"), dry.out()),
                () -> assertEquals(2, open.exitCode()),
                () -> assertTrue(open.err().contains("[[13,6,3],[13,4,2]' is without its other"), open.err()));
    }

    @Test
    void refusesNeighboursThatCannotBe() throws Exception {
        Outcome none = espalier.run("run", "graphfm/grid", "main.model.neighbours=[13,0,2]", "--dry-run");
        Outcome many = espalier.run("run", "graphfm/grid", "main.model.neighbours=[13,14,2]", "--dry-run");
        assertAll(() -> assertEquals(2, none.exitCode()), () -> assertTrue(none.err().contains("'main.model.neighbours' (command line) is '0', but an integer in [1"), none.err()),
                () -> assertEquals(2, many.exitCode()), () -> assertTrue(many.err().contains("keep 14 neighbours in layer 2, but adult has 13 fields"), many.err()));
    }

    private static List<String> shipped() throws IOException {
        try (Stream<Path> jars = Files.walk(espalier.plugins()).filter(jar -> jar.getFileName().toString().contains("graphfm"));
                JarFile jar = new JarFile(jars.findFirst().orElseThrow().toFile())) {
            return jar.stream().map(entry -> entry.getName()).filter(name -> name.startsWith(EXPERIMENTS) && name.endsWith(".yaml"))
                    .map(name -> "graphfm/" + name.substring(EXPERIMENTS.length(), name.length() - ".yaml".length())).sorted().toList();
        }
    }
}
