package org.espalier.host.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class InvocationTest {
    @Test
    void withoutACommandMeansTheShell() {
        assertEquals(new Invocation(false, "shell", List.of()), Invocation.of());
        assertEquals(new Invocation(true, "shell", List.of()), Invocation.of("--verbose"));
    }

    @Test
    void leavesArgumentsToTheCommand() {
        assertEquals(new Invocation(true, "batch", List.of("a", "--help")), Invocation.of("--verbose", "batch", "a", "--help"));
    }

    @Test
    void asksForHelpOrVersion() {
        assertEquals("help", Invocation.of("-h").command());
        assertTrue(Invocation.of("--version").asksVersion());
    }
}
