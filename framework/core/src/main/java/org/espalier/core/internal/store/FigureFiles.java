package org.espalier.core.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.espalier.api.inspection.Figure;
import org.espalier.api.inspection.Figure.HeatMap;
import org.espalier.core.run.TrialFigure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Figures as files of a trial: {@code artefacts/TRIAL/STAGE/figures/NAME.csv} has the numbers, {@code NAME.json} says what they are. The latter is
 * written last: a figure is there if its JSON is.
 */
public final class FigureFiles {
    private static final Logger LOG = LoggerFactory.getLogger(FigureFiles.class);
    private static final String FOLDER = "figures";
    private static final String ABOUT = ".json";
    private static final String NUMBERS = ".csv";
    private static final String PICTURE = ".svg";

    private FigureFiles() {
    }

    public static void write(RunFolder run, String trial, String stage, String name, Figure figure) {
        String file = "artefacts/" + trial + "/" + stage + "/" + FOLDER + "/" + name;
        run.file(file + NUMBERS, out -> out.write(FigureTable.of(figure).text().getBytes(StandardCharsets.UTF_8)));
        if (figure instanceof HeatMap map) {
            run.file(file + PICTURE, out -> out.write(HeatMapSvg.of(map).getBytes(StandardCharsets.UTF_8)));
        }
        run.file(file + ABOUT, out -> out.write(Json.pretty(FigureNote.of(figure)).getBytes(StandardCharsets.UTF_8)));
    }

    static List<TrialFigure> read(Path run, String trial) {
        List<TrialFigure> figures = new ArrayList<>();
        for (Path stage : list(run.resolve("artefacts").resolve(trial))) {
            for (Path file : list(stage.resolve(FOLDER))) {
                String name = file.getFileName().toString();
                if (name.endsWith(ABOUT)) {
                    read(file, trial, stage.getFileName().toString(), name.substring(0, name.length() - ABOUT.length()), figures);
                }
            }
        }
        return figures;
    }

    private static void read(Path file, String trial, String stage, String name, List<TrialFigure> figures) {
        try {
            FigureNote note = Json.read(Files.readString(file), FigureNote.class);
            FigureTable table = FigureTable.parse(Files.readAllLines(file.resolveSibling(name + NUMBERS)));
            figures.add(new TrialFigure(trial, stage, name, note.figure(table)));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("Figure {} cannot be read: {}", file, e.getMessage());
        }
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }
}
