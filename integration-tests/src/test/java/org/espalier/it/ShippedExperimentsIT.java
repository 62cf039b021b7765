package org.espalier.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every experiment that ships can be planned as it stands; its data need not be there. */
class ShippedExperimentsIT {
    @TempDir
    Path folder;

    @Test
    void arePlanned() throws Exception {
        try (ShellProcess shell = ShellProcess.of(Distribution.complete(folder))) {
            List<String> ids = StreamSupport.stream(shell.ask("exp:list --json").spliterator(), false).map(experiment -> experiment.get("id").asText()).toList();
            assertTrue(ids.contains("gndnets/all-graphs-gpu"), ids.toString());
            for (String id : ids) {
                shell.say("exp:validate " + id, id + " is valid");
            }
        }
    }
}
