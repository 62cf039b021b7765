package org.espalier.report.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.espalier.core.experiment.Experiment;
import org.espalier.core.experiment.Layer;
import org.espalier.core.experiment.Plan;
import org.espalier.core.run.RunService;
import org.espalier.report.Samples;
import org.junit.jupiter.api.Test;

class PlanTextTest {
    @Test
    void groupsValuesAndNamesTheirOrigins() {
        Experiment experiment = new Experiment("gndnets/cora", "Cora", Optional.empty(), "cora.yaml", "", List.of("main"), new Layer(Map.of(), Set.of()), List.of(1L), Map.of(), Map.of(), List.of());
        assertEquals("""
                main.dataset
                  use       gndnets.citation  experiment (cora.yaml:6)
                  name      cora              experiment (cora.yaml:6)

                main.model
                  use       gndnets.gnd       experiment (cora.yaml:7)
                  hidden    32                command line (main.model.hidden=32)

                main.trainer
                  patience  50                default

                note: main.model.hidden=32 does not apply to lp, which has no such parameter
                """, PlanText.settings(new Plan(experiment, List.of(), List.of(), List.of("main.model.hidden=32 does not apply to lp, which has no such parameter"), Samples.settings())));
    }

    @Test
    void forecastsMemoryAndWhatModelsWillDo() {
        String text = PlanText.forecast(List.of(new RunService.Forecast("gcn", "main", "2708 nodes, 5429 edges", 64 << 20, List.of()), new RunService.Forecast("odd", "main", "", -1, List.of("asks nobody"))));
        assertTrue(text.contains("64.0 MiB") && text.contains("not known"), text);
        assertTrue(text.endsWith("odd, main:\n  asks nobody\n"), text);
    }
}
