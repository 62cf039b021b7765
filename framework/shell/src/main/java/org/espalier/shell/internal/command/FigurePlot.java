package org.espalier.shell.internal.command;

import java.util.List;
import java.util.stream.Collectors;

import org.espalier.api.error.InputException;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.TrialFigure;
import org.espalier.report.figure.FigureSet;
import org.espalier.report.figure.FigureSet.View;
import org.espalier.report.terminal.FigureText;
import org.espalier.report.terminal.Plot;
import org.espalier.shell.internal.verb.Console;
import org.espalier.shell.internal.verb.Slips;

/** What the trained models of a run showed: the means over seeds, or single trials where there are no means. */
final class FigurePlot {
    private static final int HEIGHT = 14;
    private static final int GREATEST_WIDTH = 110;

    private final RunRecord run;
    private final List<FigureSet> figures;

    FigurePlot(RunRecord run, List<TrialFigure> figures) {
        this.run = run;
        this.figures = FigureSet.of(run, figures);
    }

    /** The figures there are, with how to see them; empty if there are none. */
    String names() {
        return figures.isEmpty() ? "" : "\nFigures: " + figures.stream().map(FigureSet::name).collect(Collectors.joining(", ")) + ". See one with: run:plot " + run.id() + " " + figures.get(0).name();
    }

    String text(String name, Console console) {
        List<String> names = figures.stream().map(FigureSet::name).toList();
        FigureSet set = figures.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow(() -> new InputException(
                "The models of run '" + run.id() + "' showed no '" + name + "'" + (names.isEmpty() ? "; they showed nothing." : " but " + String.join(", ", names) + "." + Slips.hint(name, names))));
        boolean means = set.views().stream().anyMatch(View::mean);
        return set.views().stream().filter(view -> view.mean() || !means).map(view -> text(view, console)).collect(Collectors.joining("\n"));
    }

    private static String text(View view, Console console) {
        Plot.Marks marks = console.terminal().isPresent() ? Plot.Marks.COLOURED_DOTS : Plot.Marks.LETTERS;
        return view.label() + "\n" + FigureText.text(view.figure(), Math.min(console.width(), GREATEST_WIDTH), HEIGHT, marks);
    }
}
