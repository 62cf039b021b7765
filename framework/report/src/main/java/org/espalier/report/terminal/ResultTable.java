package org.espalier.report.terminal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.espalier.core.run.ResultRow;

/** Results by variant and sweep point; columns that would be empty are left out. */
final class ResultTable {
    private final List<ResultRow> rows;
    private final Symbols symbols;
    private final boolean variants;
    private final Set<String> points;
    private final Set<String> metrics;

    ResultTable(List<ResultRow> rows, Symbols symbols) {
        this.rows = rows;
        this.symbols = symbols;
        this.variants = rows.stream().anyMatch(r -> !r.variant().isEmpty());
        this.points = union(rows.stream().map(r -> r.point().keySet()).toList());
        this.metrics = union(rows.stream().map(r -> r.metrics().keySet()).toList());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** As many columns as fit, the first metrics before the last; the names of the others below. */
    String text(int width) {
        List<String> shown = new ArrayList<>(metrics);
        while (shown.size() > 1 && isWider(table(shown), width)) {
            shown.remove(shown.size() - 1);
        }
        String table = table(shown).text(width, symbols);
        if (shown.size() == metrics.size()) {
            return table;
        }
        List<String> others = metrics.stream().skip(shown.size()).toList();
        return table + "\n" + String.join("\n", Wrapping.lines("Also measured, see the report: " + String.join(", ", others), width)) + "\n";
    }

    private boolean isWider(TextTable table, int width) {
        return table.text(Integer.MAX_VALUE, symbols).lines().anyMatch(line -> line.length() > width);
    }

    private TextTable table(List<String> shown) {
        TextTable table = new TextTable();
        if (variants) {
            table.left("variant");
        }
        points.forEach(table::right);
        shown.forEach(table::right);
        table.right("trials").right("epochs").right("time");
        rows.forEach(row -> table.row(cells(row, shown)));
        return table;
    }

    private Object[] cells(ResultRow row, List<String> shown) {
        List<Object> cells = new ArrayList<>();
        if (variants) {
            cells.add(row.variant());
        }
        points.forEach(key -> cells.add(row.point().getOrDefault(key, "")));
        shown.forEach(name -> cells.add(row.metrics().containsKey(name) ? Format.statistic(row.metrics().get(name), row.trials(), symbols.plusMinus) : ""));
        cells.add(row.failed() == 0 ? row.trials() : row.trials() + " of " + (row.trials() + row.failed()));
        cells.add(row.trials() == 0 ? "" : Math.round(row.epochs()));
        cells.add(Format.seconds(row.seconds()));
        return cells.toArray();
    }

    private static Set<String> union(List<? extends Collection<String>> keys) {
        return keys.stream().flatMap(Collection::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
