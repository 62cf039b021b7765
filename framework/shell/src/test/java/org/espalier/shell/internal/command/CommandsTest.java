package org.espalier.shell.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Locale;

import org.apache.felix.service.command.CommandSession;
import org.espalier.core.run.RunOutcome;
import org.espalier.shell.internal.Fakes;
import org.espalier.shell.internal.GogoSession;
import org.espalier.shell.internal.verb.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private final Fakes fakes = new Fakes();
    private final GogoSession gogo = session();

    private GogoSession session() {
        return new GogoSession(new PluginCommands(fakes.plugins()), new ExtensionCommands(fakes.registry()), new ExperimentCommands(fakes.experiments()),
                new ConfigCommands(fakes.experiments()), new RunCommands(fakes.experiments(), fakes.runs(RunOutcome.COMPLETED), fakes.store()),
                new PaperCommands(fakes.papers(), fakes.experiments(), fakes.runs(RunOutcome.COMPLETED)),
                new DataCommands(fakes.registry(), fakes.datasets()));
    }

    @AfterEach
    void close() {
        gogo.close();
    }

    private void assertShows(String line, String... parts) throws Exception {
        String text = gogo.run(line);
        for (String part : parts) {
            assertTrue(text.contains(part), line + " does not show '" + part + "':\n" + text);
        }
    }

    private String refusal(String line) {
        return assertThrows(Refusal.class, () -> gogo.run(line)).toString();
    }

    @Test
    void listsAndExplainsPlugins() throws Exception {
        assertShows("plugin:list", "org.espalier.gnd-nets", "active", "broken.jar", "it is no bundle");
        assertShows("plugin:why org.espalier.gnd-nets", "is active.");
        assertShows("plugin:install --simulate a.jar", "would install a.jar");
        assertShows("plugin:update a.jar", "installed a.jar");
        assertShows("plugin:remove a.plugin", "removed a.plugin");
    }

    @Test
    void listsAndDescribesExtensions() throws Exception {
        assertShows("ext:list", "gndnets.karate", "train.full-batch");
        assertFalse(gogo.run("ext:list --point model").contains("train.full-batch"));
        assertShows("ext:describe gndnets.gcn", "Graph convolution", "hidden", "width of the hidden layer (units)", "relu, tanh");
        assertEquals("There is no extension 'gndnets.gnc'. Did you mean 'gndnets.gcn'? ext:list shows all", refusal("ext:describe gndnets.gnc"));
        assertTrue(refusal("ext:list --point modell").contains("dataset, model, trainer, metric"));
    }

    @Test
    void tellsWhichDataFilesAreMissing() throws Exception {
        assertShows("data:list", "gndnets.karate", "missing: cora.content");
        assertShows("data:fetch gndnets.karate name=x", "Fetched 1 file.");
        assertTrue(fakes.asked.contains("fetch gndnets.karate [name=x]"));
        assertShows("data:describe gndnets.karate name=x", "cora/cora.content", "missing", URI.create("https://example.org/cora.tgz").toString(), "in the plugin");
    }

    @Test
    void showsExperimentsAndTheirValues() throws Exception {
        assertShows("exp:list", "gndnets/karate", "broken.yaml:3: expected a mapping");
        assertShows("exp:show gndnets/karate", "id: gndnets/karate");
        assertShows("exp:validate gndnets/karate", "gndnets/karate is valid: 2 trials, 2 seeds, 1 claim");
        assertShows("config:show gndnets/karate main.model.hidden=32", "main.model", "hidden", "default");
        assertEquals("There is no experiment 'gndnets/karat'. Did you mean 'gndnets/karate'?", refusal("exp:show gndnets/karat"));
    }

    @Test
    void runsAnExperiment() throws Exception {
        assertShows("run:start gndnets/karate main.model.hidden=32 seeds=3 --parallel 2", "accuracy", "0.9000", "holds", "report.html");
        assertTrue(fakes.asked.contains("plan gndnets/karate [main.model.hidden=32, seeds=3]"), fakes.asked.toString());
        assertTrue(fakes.asked.contains("start [main.model.hidden=32, seeds=3] OptionalInt[2]"), fakes.asked.toString());
        assertTrue(gogo.errors().contains("Karate club, 1 trial"), "progress belongs to the error stream where there is no terminal");
    }

    @Test
    void saysHowToGoOnAfterAStop() throws Exception {
        gogo.add("interrupted:start", new RunCommands(fakes.experiments(), fakes.runs(RunOutcome.INTERRUPTED), fakes.store()));
        assertTrue(gogo.run("interrupted:start gndnets/karate").endsWith("Go on with: run:resume " + Fakes.RUN));
    }

    @Test
    void listsShowsPlotsAndStopsRuns() throws Exception {
        assertShows("run:list", Fakes.RUN, "running");
        assertShows("run:show last", "Karate club");
        assertShows("run:plot last", "train-loss", "mean over seeds", "Figures: edges. See one with: run:plot " + Fakes.RUN + " edges");
        assertShows("run:compare last last", "Of 1 result in common, 1 is equal to the last bit.");
        assertShows("run:plot last edges", "Edge weights", "age   ##", "to 1.0000");
        assertShows("run:stop ab12", "run:resume " + Fakes.RUN);
        assertTrue(fakes.asked.contains("stop"));
        assertTrue(refusal("run:stop nothing").contains("no running run"));
        assertTrue(refusal("run:plot last edge").contains("showed no 'edge' but edges. Did you mean 'edges'?"));
        assertTrue(refusal("run:plot last --value train-los").contains("Did you mean 'train-loss'?"));
    }

    @Test
    void verifiesThePapersClaims() throws Exception {
        assertShows("paper:list", "gndnets", "2201.00000");
        assertShows("paper:card gndnets", "Diffuses features", "Table 3: accuracy", "0.71", "The numbers are not available.");
        assertShows("paper:verify gndnets", "It learns", "holds", "0.9000 [0.8500, 0.9500]", "1 holds");
        assertShows("paper:verify gndnets data.roots=nowhere", "It learns", ">= 0.8", "Not decided, learns: Dataset 'gndnets.karate' needs karate.txt", "1 not decided");
    }

    @Test
    void showsDataAsJson() throws Exception {
        assertShows("exp:list --json", "\"id\" : \"gndnets/karate\"");
        assertShows("run:show --json last", "\"outcome\" : \"completed\"");
        assertShows("paper:verify --json gndnets", "\"decision\" : \"holds\"");
    }

    @Test
    void explainsItself() throws Exception {
        assertShows("run:start --help", "Runs an experiment", "EXPERIMENT", "--parallel", "Examples:", "run:start gndnets/karate");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertTrue(refusal("exp:list --jsn").contains("exp:list: unknown option: '--jsn'; did you mean --json?"), refusal("exp:list --jsn"));
        assertTrue(refusal("exp:show").contains("missing required parameter: 'EXPERIMENT'"), refusal("exp:show"));
        assertTrue(refusal("run:start gndnets/karate --parallel many").contains("'many'"), refusal("run:start gndnets/karate --parallel many"));
        assertEquals("Unknown key 'main.model.hiden'. Did you mean 'main.model.hidden'?", refusal("config:show gndnets/karate main.model.hiden=3"));
    }

    @Test
    void feedsPipes() throws Exception {
        gogo.add("test:upper", new Upper());
        assertTrue(gogo.run("exp:list | test:upper").contains("GNDNETS/KARATE"));
    }

    public static final class Upper {
        public void upper(CommandSession session) throws Exception {
            System.out.println(new String(System.in.readAllBytes()).toUpperCase(Locale.ROOT));
        }
    }
}
