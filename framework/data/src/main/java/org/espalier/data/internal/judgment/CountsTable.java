package org.espalier.data.internal.judgment;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.espalier.api.error.DataException;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Roster;
import org.espalier.data.judgment.VerdictPair;
import org.espalier.data.judgment.io.Reading;
import org.espalier.data.tabular.CsvTable;

/** Counts of judgments as a table with the columns model_1, model_2, reviewer, outcome (1, 0.5 or 0 for model_1), count. */
public final class CountsTable {
    private static final String[] OUTCOMES = {"1", "0", "0.5"};

    private CountsTable() {
    }

    /** The pool of all who are named. */
    public static JudgmentData read(String name, CsvTable table, Reading reading) {
        int first = table.column("model_1");
        int second = table.column("model_2");
        int judge = table.column("reviewer");
        Roster roster = roster(table, first, second, judge);
        Names names = new Names(roster);
        Collector all = new Collector(roster, false);
        for (CsvTable.Row row : table.rows()) {
            List<String> cells = row.cells();
            if (cells.get(first).equals(cells.get(second))) {
                throw DataException.atLine(table.file(), row.line(), "model_1 and model_2 are the same model");
            }
            all.addOutcomes(names.model(cells.get(first)), names.model(cells.get(second)), names.reviewer(cells.get(judge)), outcome(table, row), count(table, row));
        }
        return new Pool(name, roster, reading).data(all, Optional.empty());
    }

    private static Roster roster(CsvTable table, int first, int second, int judge) {
        TreeSet<String> models = new TreeSet<>();
        TreeSet<String> others = new TreeSet<>();
        for (CsvTable.Row row : table.rows()) {
            models.add(row.cells().get(first));
            models.add(row.cells().get(second));
            others.add(row.cells().get(judge));
        }
        others.removeAll(models);
        return new Roster(List.copyOf(models), List.copyOf(others));
    }

    private static int outcome(CsvTable table, CsvTable.Row row) {
        double points = table.number(row, table.column("outcome"));
        if (points != 0 && points != 0.5 && points != 1) {
            throw DataException.atLine(table.file(), row.line(), "outcome " + points + " is none of 1, 0.5, 0");
        }
        return points == 1 ? VerdictPair.FIRST_WINS : points == 0 ? VerdictPair.SECOND_WINS : VerdictPair.TIE;
    }

    private static int count(CsvTable table, CsvTable.Row row) {
        double count = table.number(row, table.column("count"));
        if (count < 0 || count != Math.rint(count) || count > Integer.MAX_VALUE) {
            throw DataException.atLine(table.file(), row.line(), "count " + count + " is no whole number from 0 to " + Integer.MAX_VALUE);
        }
        return (int) count;
    }

    /** Writes the cells that are not 0. */
    public static void write(JudgmentData data, Writer out) throws IOException {
        List<String> lines = new ArrayList<>(List.of("model_1,model_2,reviewer,outcome,count\n"));
        List<String> reviewers = data.roster().reviewers().stream().map(CountsTable::cell).toList();
        data.counts().forEach((j, k, s, firstWins, secondWins, ties) -> {
            int[] counts = {firstWins, secondWins, ties};
            for (int outcome = 0; outcome < counts.length; outcome++) {
                if (counts[outcome] > 0) {
                    lines.add(reviewers.get(j) + "," + reviewers.get(k) + "," + reviewers.get(s) + "," + OUTCOMES[outcome] + "," + counts[outcome] + "\n");
                }
            }
        });
        for (String line : lines) {
            out.write(line);
        }
    }

    private static String cell(String name) {
        return name.matches("[^,\"]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
