package org.espalier.shell.internal.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.espalier.shell.internal.Fakes;
import org.espalier.shell.internal.GogoSession;
import org.espalier.shell.internal.verb.Refusal;
import org.junit.jupiter.api.Test;

class HelpCommandsTest {
    @Test
    void listsExplainsAndCorrectsCommands() throws Exception {
        HelpCommands help = new HelpCommands();
        ExperimentCommands experiments = new ExperimentCommands(new Fakes().experiments());
        help.add(experiments);
        try (GogoSession gogo = new GogoSession(experiments)) {
            gogo.add("espalier:help", help);
            gogo.add("espalier:default", help);
            assertTrue(gogo.run("espalier:help").contains("exp:validate"));
            assertTrue(gogo.run("espalier:help exp:show").contains("Usage: exp:show"));
            assertTrue(assertThrows(Refusal.class, () -> gogo.run("exp:lst")).toString().startsWith("There is no command 'exp:lst'. Did you mean 'exp:list'?"));
        }
        help.remove(experiments);
        assertFalse(help.all().stream().anyMatch(v -> v.name().startsWith("exp:")));
    }
}
