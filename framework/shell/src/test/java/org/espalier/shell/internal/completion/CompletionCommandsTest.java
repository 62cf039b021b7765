package org.espalier.shell.internal.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.espalier.core.run.RunOutcome;
import org.espalier.shell.internal.Fakes;
import org.espalier.shell.internal.command.ExtensionCommands;
import org.espalier.shell.internal.command.HelpCommands;
import org.espalier.shell.internal.command.PaperCommands;
import org.espalier.shell.internal.command.PluginCommands;
import org.espalier.shell.internal.command.RunCommands;
import org.jline.reader.Candidate;
import org.junit.jupiter.api.Test;

class CompletionCommandsTest {
    private final Fakes fakes = new Fakes();
    private final HelpCommands help = new HelpCommands();
    private final CompletionCommands completion = new CompletionCommands(help,
            new Offers(fakes.experiments(), fakes.registry(), fakes.plugins(), fakes.papers(), fakes.store(), help));

    CompletionCommandsTest() {
        help.add(new RunCommands(fakes.experiments(), fakes.runs(RunOutcome.COMPLETED), fakes.store()));
        help.add(new ExtensionCommands(fakes.registry()));
        help.add(new PluginCommands(fakes.plugins()));
        help.add(new PaperCommands(fakes.papers(), fakes.experiments(), fakes.runs(RunOutcome.COMPLETED)));
    }

    private List<String> offers(String command, String... words) {
        return help.all().stream().filter(v -> v.name().equals(command)).findFirst().map(v -> completion.candidates(v, List.of(words))).orElseThrow()
                .stream().map(Candidate::value).toList();
    }

    @Test
    void offersRealIds() {
        assertEquals(List.of("gndnets/karate"), offers("run:start", ""));
        assertEquals(List.of("last", Fakes.RUN), offers("run:show", ""));
        assertEquals(List.of("gndnets.karate", "gndnets.gcn", "train.full-batch"), offers("ext:describe", "gnd"));
        assertEquals(List.of("org.espalier.gnd-nets", "broken.jar"), offers("plugin:why", ""));
        assertEquals(List.of("gndnets"), offers("paper:card", ""));
    }

    @Test
    void offersTheKeysOfTheExperiment() {
        List<String> keys = offers("run:start", "gndnets/karate", "main.model.");
        assertTrue(keys.containsAll(List.of("main.model.use=", "main.model.hidden=", "main.model.activation=", "main.dataset.use=", "seeds=", "data.roots=")), keys.toString());
    }

    @Test
    void offersChoicesAfterTheEqualsSign() {
        assertEquals(List.of("main.model.activation=relu", "main.model.activation=tanh"), offers("run:start", "gndnets/karate", "main.model.activation="));
        assertEquals(List.of("main.model.use=gndnets.gcn"), offers("run:start", "gndnets/karate", "seeds=3", "main.model.use="));
    }

    @Test
    void offersKeysThoughAValueBeforeThemIsWrong() {
        assertTrue(offers("run:start", "gndnets/karate", "main.model.hiden=3", "").contains("main.model.hidden="));
    }

    @Test
    void offersValuesOfOptions() {
        assertEquals(List.of("dataset", "model", "trainer", "metric"), offers("ext:list", "--point", ""));
        assertEquals(List.of("train-loss"), offers("run:plot", "last", "--value", ""));
    }

    @Test
    void offersNothingWhereNothingFits() {
        assertEquals(List.of(), offers("run:show", "last", ""));
        assertEquals(List.of(), offers("run:start", "no-such-experiment", "main."));
    }
}
