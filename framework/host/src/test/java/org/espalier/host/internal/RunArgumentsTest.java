package org.espalier.host.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;

import org.espalier.api.error.InputException;
import org.junit.jupiter.api.Test;

import picocli.CommandLine;

class RunArgumentsTest {
    @Test
    void tellsValuesFromExperiments() {
        RunArguments arguments = parse("gndnets/cora", "main.model.hidden=32", "my folder/own.yaml", "seeds=[1, 2]", "--parallel", "3");
        assertEquals(List.of("gndnets/cora", "my folder/own.yaml"), arguments.experiments().experiments());
        assertEquals(List.of("main.model.hidden=32", "seeds=[1, 2]"), arguments.experiments().overrides());
        assertEquals(OptionalInt.of(3), arguments.parallel());
    }

    @Test
    void wantsAnExperimentOrARunToResume() {
        assertThrows(InputException.class, () -> parse("--dry-run").check());
        parse("--resume", "last").check();
    }

    @Test
    void refusesToChangeARunThatIsResumed() {
        InputException refused = assertThrows(InputException.class, () -> parse("--resume", "last", "seeds=3").check());
        assertTrue(refused.getMessage().contains("'last'"), refused.getMessage());
    }

    @Test
    void refusesLessThanOneTrialAtATime() {
        assertThrows(InputException.class, () -> parse("a/b", "--parallel", "0").check());
    }

    private static RunArguments parse(String... arguments) {
        RunArguments parsed = new RunArguments();
        new CommandLine(parsed).parseArgs(arguments);
        return parsed;
    }
}
