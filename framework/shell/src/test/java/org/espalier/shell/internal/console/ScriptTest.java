package org.espalier.shell.internal.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.felix.gogo.jline.Posix;
import org.espalier.shell.internal.Fakes;
import org.espalier.shell.internal.GogoSession;
import org.espalier.shell.internal.command.ConfigCommands;
import org.espalier.shell.internal.command.ExperimentCommands;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private final Fakes fakes = new Fakes();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String commands) throws IOException {
        try (GogoSession gogo = new GogoSession(new ExperimentCommands(fakes.experiments()), new ConfigCommands(fakes.experiments()))) {
            gogo.add("gogo:grep", new Posix(gogo.processor()));
            return new Script(gogo.processor(), new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8))
                    .run(new ByteArrayInputStream(commands.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void carriesOutEveryLine() throws IOException {
        assertEquals(0, run("# a comment\n\nexp:validate gndnets/karate\nexp:show gndnets/karate\n"));
        assertEquals("gndnets/karate is valid: 2 trials, 2 seeds, 1 claim\nid: gndnets/karate\n", out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
    }

    @Test
    void pipesIntoGogosCommands() throws IOException {
        assertEquals(0, run("exp:list | grep Karate\n"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("Karate club"));
        assertFalse(out.toString(StandardCharsets.UTF_8).contains("experiment"));
    }

    @Test
    void stopsAtBadInputWithOneSentence() throws IOException {
        assertEquals(2, run("exp:show nothing\nexp:validate gndnets/karate\n"));
        assertEquals(List.of("There is no experiment 'nothing'. Did you mean 'gndnets/karate'?"), err.toString(StandardCharsets.UTF_8).lines().toList());
        assertEquals(0, fakes.asked.size());
    }

    @Test
    void refusesUnknownCommands() throws IOException {
        assertEquals(2, run("no:command\n"));
    }

    @Test
    void leavesAtExit() throws IOException {
        assertEquals(0, run("exit\nexp:show nothing\n"));
    }
}
