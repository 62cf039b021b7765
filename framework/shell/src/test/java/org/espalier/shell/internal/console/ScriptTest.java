package org.espalier.shell.internal.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.espalier.shell.internal.Fakes;
import org.espalier.shell.internal.GogoSession;
import org.espalier.shell.internal.command.ConfigCommands;
import org.espalier.shell.internal.command.ExperimentCommands;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private final Fakes fakes = new Fakes();

    private int run(String commands) throws IOException {
        try (GogoSession gogo = new GogoSession(new ExperimentCommands(fakes.experiments()), new ConfigCommands(fakes.experiments()))) {
            return new Script(gogo.processor()).run(new ByteArrayInputStream(commands.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void carriesOutEveryLine() throws IOException {
        assertEquals(0, run("# a comment\n\nexp:validate gndnets/karate\nexp:validate gndnets/karate seeds=2\n"));
        assertEquals(2, fakes.asked.size());
    }

    @Test
    void stopsAtBadInput() throws IOException {
        assertEquals(2, run("exp:show nothing\nexp:validate gndnets/karate\n"));
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
