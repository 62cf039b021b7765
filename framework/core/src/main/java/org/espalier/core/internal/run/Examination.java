package org.espalier.core.internal.run;

import static org.espalier.core.internal.run.PluginFault.blame;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import org.espalier.api.dataset.Part;
import org.espalier.api.inspection.Figure;
import org.espalier.api.inspection.Inspection;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.model.Model;
import org.espalier.api.trainer.Trained;
import org.espalier.core.experiment.Stage;
import org.espalier.core.experiment.Trial;
import org.espalier.core.extension.Extension;
import org.espalier.core.internal.store.FigureFiles;
import org.espalier.core.run.RunEvent;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Lets a model's inspector, if it has one, look into the trained model; keeps its figures with the trial and hands on its numbers. */
final class Examination {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]*");

    private final RunSetting run;
    private final Trial trial;
    private final Stage stage;
    private final Set<String> metrics;

    /** @param metrics names that the numbers must not have */
    Examination(RunSetting run, Trial trial, Stage stage, Set<String> metrics) {
        this.run = run;
        this.trial = trial;
        this.stage = stage;
        this.metrics = metrics;
    }

    /** The numbers found, by name; none if the model has nothing to show. */
    Map<String, Double> of(Model<Object> model, Object data, Trained trained) {
        Optional<Inspector> inspector = blamed("asked for an inspector", () -> model.inspector(data));
        Findings findings = new Findings();
        inspector.ifPresent(looking -> {
            blame(stage.trainer().extension(), "showing " + stage.model().extension().id(), () -> {
                trained.inspect(new Guarded(looking));
                return null;
            });
            blamed("reporting what its inspector found", () -> {
                looking.report(findings);
                return null;
            });
        });
        findings.figures.forEach((name, figure) -> FigureFiles.write(run.folder(), trial.id(), stage.name(), name, figure));
        return findings.numbers;
    }

    /** The inspector is the model's plugin's, though the trainer calls it. */
    private <T> T blamed(String doing, Callable<T> call) {
        Extension model = stage.model().extension();
        return blame(model, doing, call);
    }

    private final class Guarded implements Inspector {
        private final Inspector inspector;

        Guarded(Inspector inspector) {
            this.inspector = inspector;
        }

        @Override
        public Part part() {
            return blamed("inspected", inspector::part);
        }

        @Override
        public void look(int[] examples, Map<String, INDArray> watched) {
            blamed("inspected", () -> {
                inspector.look(examples, watched);
                return null;
            });
        }

        @Override
        public void report(Inspection inspection) {
            throw new IllegalStateException("a trainer only shows values; the host asks for the report");
        }
    }

    private final class Findings implements Inspection {
        private final Map<String, Double> numbers = new LinkedHashMap<>();
        private final Map<String, Figure> figures = new TreeMap<>();

        @Override
        public void number(String name, double value) {
            require(NAME.matcher(name).matches(), "the number '" + name + "' should be named like a metric, e.g. mean-average-distance");
            require(!metrics.contains(name), "the number '" + name + "' has the name of a metric of stage '" + stage.name() + "'");
            require(!numbers.containsKey(name), "the number '" + name + "' is told twice");
            if (Double.isFinite(value)) {
                numbers.put(name, value);
            } else {
                run.events().publish(new RunEvent.Note(run.id(), trial.id(), "The number '" + name + "' of model '" + stage.model().extension().id() + "' is " + value + "; it is left out"));
            }
        }

        @Override
        public void figure(String name, Figure figure) {
            require(NAME.matcher(name).matches(), "the figure '" + name + "' should have a name that a file can have, e.g. edge-weights");
            require(figures.put(name, figure) == null, "the figure '" + name + "' is told twice");
        }

        private static void require(boolean condition, String otherwise) {
            if (!condition) {
                throw new IllegalArgumentException(otherwise);
            }
        }
    }
}
