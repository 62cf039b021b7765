package org.espalier.host.internal;

import java.util.List;

import org.espalier.core.experiment.Plan;
import org.espalier.core.run.RunListener;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.RunService.Forecast;

/** How a batch tells what happens. */
interface BatchOutput {
    void planned(Plan plan, List<Forecast> forecasts);

    /** Follows a run. */
    RunListener listener();

    /** @param exitCode what the process would exit with if this were its only run */
    void finished(RunRecord run, int exitCode);
}
