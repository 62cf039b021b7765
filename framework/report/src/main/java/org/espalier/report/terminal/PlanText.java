package org.espalier.report.terminal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.espalier.core.config.Setting;
import org.espalier.core.experiment.Plan;
import org.espalier.core.run.RunService;

/** What a run would do, for people. */
public final class PlanText {
    private PlanText() {
    }

    /** Every effective value with its origin, grouped by the part of the experiment it belongs to; then where something typed does not apply. */
    public static String settings(Plan plan) {
        Map<String, List<Setting>> groups = plan.settings().stream()
                .collect(Collectors.groupingBy(s -> group(s.key()), LinkedHashMap::new, Collectors.toList()));
        int keys = width(plan.settings().stream().map(s -> name(s.key())).toList());
        int values = width(plan.settings().stream().map(Setting::value).toList());
        String format = "  %-" + keys + "s  %-" + values + "s  %s";
        String remarks = plan.remarks().stream().map(remark -> "\nnote: " + remark + "\n").collect(Collectors.joining());
        return groups.entrySet().stream()
                .map(group -> group.getKey() + "\n" + group.getValue().stream()
                        .map(s -> String.format(format, name(s.key()), s.value(), s.origin()).stripTrailing() + "\n").collect(Collectors.joining()))
                .collect(Collectors.joining("\n")) + remarks;
    }

    /** Data and expected native memory of one trial, by variant and stage. */
    public static String forecast(List<RunService.Forecast> forecasts) {
        TextTable table = new TextTable().left("variant").left("stage").left("data").right("memory");
        forecasts.forEach(f -> table.row(f.variant(), f.stage(), f.data(), f.bytes() < 0 ? "not known" : Format.bytes(f.bytes())));
        StringBuilder text = new StringBuilder(table.text(Integer.MAX_VALUE));
        Map<List<String>, String> outlooks = new LinkedHashMap<>();
        forecasts.stream().filter(f -> !f.outlook().isEmpty())
                .forEach(f -> outlooks.merge(f.outlook(), f.variant().isEmpty() ? f.stage() : f.variant() + ", " + f.stage(), (a, b) -> a + "; " + b));
        outlooks.forEach((lines, where) -> text.append("\n").append(where).append(":\n  ").append(String.join("\n  ", lines)).append("\n"));
        return text.toString();
    }

    private static String group(String key) {
        int dot = key.lastIndexOf('.');
        return dot < 0 ? "experiment" : key.substring(0, dot);
    }

    private static String name(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private static int width(List<String> texts) {
        return Math.max(1, Math.min(40, texts.stream().mapToInt(String::length).max().orElse(1)));
    }
}
