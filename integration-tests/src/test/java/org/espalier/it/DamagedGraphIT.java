package org.espalier.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Planetoid file that was cut off while it was copied. */
class DamagedGraphIT {
    private static final byte[] CUT = "\u0080\u0002cscipy.sparse.csr\ncsr_mat".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path folder;

    private Distribution espalier;

    @BeforeEach
    void install() throws IOException {
        espalier = Distribution.complete(folder);
        Path data = Files.createDirectories(espalier.work().resolve("data/planetoid"));
        for (String member : List.of("allx", "ally", "tx", "ty", "graph", "test.index")) {
            Files.write(data.resolve("ind.cora." + member), CUT);
        }
        espalier.with("ESPALIER_DATA_ROOTS", data.getParent().toString());
    }

    @Test
    void isNotThePublishedFileAndNothingIsRun() throws Exception {
        Outcome batch = espalier.run("batch", "gndnets/cora", "seeds=1");
        assertProblem(batch, "ind.cora.allx");
        assertEquals(List.of(), written());
    }

    @Test
    void isReportedByByteAndLeavesNoResult() throws Exception {
        Outcome batch = espalier.run("batch", "gndnets/cora", "seeds=1", "variants=[gcn]", "main.dataset.labels-per-class=5", "data.verify=warn");
        assertProblem(batch, "ind.cora.allx, byte " + CUT.length + ": the pickle is truncated");
        Path results = written().stream().filter(file -> file.endsWith("results.jsonl")).findFirst().orElseThrow();
        assertTrue(Files.readAllLines(results).stream().noneMatch(line -> line.contains("accuracy")), () -> results + " holds a result");
        assertTrue(written().stream().noneMatch(file -> file.toString().endsWith(".part") || file.toString().endsWith(".tmp")), () -> "half-written files");
    }

    private static void assertProblem(Outcome batch, String said) {
        assertEquals(2, batch.exitCode(), batch::toString);
        assertTrue(batch.err().contains(said), batch.err());
        assertFalse(batch.err().contains("\tat "), batch.err());
    }

    private List<Path> written() throws IOException {
        Path runs = espalier.work().resolve("runs");
        try (Stream<Path> files = Files.exists(runs) ? Files.walk(runs) : Stream.empty()) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
