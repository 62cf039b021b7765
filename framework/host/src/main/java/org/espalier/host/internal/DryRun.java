package org.espalier.host.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.espalier.core.experiment.Plan;
import org.espalier.core.run.RunService.Forecast;
import org.espalier.report.terminal.Format;
import org.espalier.report.terminal.PlanText;

/** What a plan would do, for people and programs. */
final class DryRun {
    private DryRun() {
    }

    static String text(Plan plan, List<Forecast> forecasts) {
        return plan.experiment().id() + ": " + plan.experiment().title() + "\n" + Format.count(plan.trials().size(), "trial") + ", none started (dry run)\n\n"
                + PlanText.settings(plan) + "\n" + PlanText.forecast(forecasts) + "\n";
    }

    /** An event like those of a run. */
    static Map<String, Object> event(Plan plan, List<Forecast> forecasts) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("event", "planned");
        event.put("experiment", plan.experiment().id());
        event.put("title", plan.experiment().title());
        event.put("trials", plan.trials().size());
        event.put("remarks", plan.remarks());
        event.put("settings", plan.settings());
        event.put("forecast", forecasts);
        return event;
    }
}
