package org.espalier.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with what the user gave: one clear sentence, exit code 2, no stack trace, nothing left behind. */
class BadInputIT {
    @TempDir
    private static Path folder;
    private static Distribution espalier;

    @BeforeAll
    static void install() throws Exception {
        espalier = Distribution.bare(folder);
        TinyPlugin.version(1, espalier.plugins().resolve("tiny.jar"));
        Path data = Files.createDirectories(espalier.work().resolve("data"));
        Files.writeString(data.resolve("broken.txt"), "1\n2\nthree\n");
        Files.writeString(espalier.work().resolve("syntax.yaml"), "id: my/own\ntitle: broken\nstages: {main: [\n");
        Files.writeString(espalier.work().resolve("file"), "not a folder");
        espalier.with("ESPALIER_DATA_ROOTS", data.toString());
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("unknown experiment", List.of("tiny/maen"), List.of("'tiny/maen'", "'tiny/mean'")),
                Arguments.of("unknown extension", List.of("tiny/mean", "main.model.use=tiny.maen"), List.of("'tiny.maen'", "'tiny.mean'")),
                Arguments.of("unknown key", List.of("tiny/mean", "main.trainer.epcohs=3"), List.of("epcohs", "epochs")),
                Arguments.of("value out of range", List.of("tiny/mean", "main.trainer.epochs=0"), List.of("main.trainer.epochs", "0", "1")),
                Arguments.of("value of wrong type", List.of("tiny/mean", "main.trainer.epochs=many"), List.of("main.trainer.epochs", "'many'")),
                Arguments.of("unknown choice", List.of("tiny/mean", "main.model.failure=nnoe"), List.of("main.model.failure", "none")),
                Arguments.of("YAML syntax", List.of("syntax.yaml"), List.of("syntax.yaml:4")),
                Arguments.of("missing data file", List.of("tiny/mean", "main.dataset.file=absent.txt"), List.of("absent.txt", "data")),
                Arguments.of("malformed data file", List.of("tiny/mean", "main.dataset.file=broken.txt"), List.of("broken.txt:3", "'three'")),
                Arguments.of("run folder that cannot be", List.of("tiny/mean", "runs.root=file/runs"), List.of("file/runs")),
                Arguments.of("unknown option", List.of("tiny/mean", "--jsno"), List.of("'--jsno'", "--json")),
                Arguments.of("no experiment", List.of("--json"), List.of("Which experiment?")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void isOneSentence(String kind, List<String> arguments, List<String> said) throws Exception {
        Outcome batch = espalier.run(Stream.concat(Stream.of("batch"), arguments.stream()).toArray(String[]::new));
        assertEquals(2, batch.exitCode(), batch::toString);
        said.forEach(part -> assertTrue(batch.err().contains(part), () -> "'" + part + "' is not in: " + batch.err()));
        assertFalse(batch.err().contains("\tat "), batch.err());
    }

    @Test
    void leavesNoRunBehind() throws Exception {
        espalier.run("batch", "tiny/mean", "main.trainer.epochs=many", "runs.root=other");
        espalier.run("batch", "tiny/mean", "main.dataset.file=absent.txt", "runs.root=other");
        try (Stream<Path> files = Files.exists(espalier.work().resolve("other")) ? Files.walk(espalier.work().resolve("other")) : Stream.empty()) {
            assertEquals(List.of(), files.filter(Files::isRegularFile).toList());
        }
    }
}
