package org.espalier.shell.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import jakarta.inject.Inject;

import org.espalier.api.config.Param;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.error.DataException;
import org.espalier.api.error.InputException;
import org.espalier.api.extension.ExtensionPoint;
import org.espalier.api.inspection.Figure;
import org.espalier.core.claim.Claim;
import org.espalier.core.claim.Verdict;
import org.espalier.core.config.Origin;
import org.espalier.core.config.ParameterSchema;
import org.espalier.core.config.Setting;
import org.espalier.core.dataset.DatasetCatalog;
import org.espalier.core.dataset.DatasetFile;
import org.espalier.core.experiment.Experiment;
import org.espalier.core.experiment.ExperimentCatalog;
import org.espalier.core.experiment.ExperimentInfo;
import org.espalier.core.experiment.Layer;
import org.espalier.core.experiment.Plan;
import org.espalier.core.experiment.Stage;
import org.espalier.core.experiment.Trial;
import org.espalier.core.extension.Extension;
import org.espalier.core.extension.ExtensionRegistry;
import org.espalier.core.paper.PaperCard;
import org.espalier.core.paper.PaperCatalog;
import org.espalier.core.plugin.Plugin;
import org.espalier.core.plugin.PluginCatalog;
import org.espalier.core.run.EpochRecord;
import org.espalier.core.run.RunEvent;
import org.espalier.core.run.RunHandle;
import org.espalier.core.run.RunOptions;
import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.RunRecord;
import org.espalier.core.run.RunService;
import org.espalier.core.run.RunStore;
import org.espalier.core.run.TrialFigure;
import org.espalier.core.run.TrialResult;

/** Services with one of everything: an experiment that trains {@code gcn} on {@code karate}. */
public final class Fakes {
    public static final String RUN = "gndnets/karate/20260301-100000-ab12";
    public final List<String> asked = new ArrayList<>();
    private static final Extension DATASET = extension(ExtensionPoint.DATASET, "gndnets.karate", "Zachary's karate club");
    private static final Extension MODEL = extension(ExtensionPoint.MODEL, "gndnets.gcn", "Graph convolution");
    private static final Extension TRAINER = extension(ExtensionPoint.TRAINER, "train.full-batch", "Full batches");

    enum Activation {
        RELU, TANH
    }

    record ModelParameters(@Param(value = "width of the hidden layer", def = "16", min = 1, unit = "units") int hidden,
            @Param(value = "what follows a layer", def = "relu") Activation activation) {
    }

    static final class Gcn {
        @Inject
        Gcn(ModelParameters parameters) {
        }
    }

    private static Extension extension(ExtensionPoint point, String id, String title) {
        return new Extension(point, id, title, "graph", "", "", "x.Y", "org.espalier.gnd-nets", "1.0.0", 7);
    }

    private static Setting setting(String key, String value, String layer) {
        return new Setting(key, value, new Origin(layer, ""));
    }

    public ExtensionRegistry registry() {
        return new ExtensionRegistry() {
            @Override
            public List<Extension> all() {
                return List.of(DATASET, MODEL, TRAINER);
            }

            @Override
            public List<Extension> all(ExtensionPoint point) {
                return all().stream().filter(e -> e.point() == point).toList();
            }

            @Override
            public Extension get(ExtensionPoint point, String id) {
                return all(point).stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow(() -> new InputException("There is no " + point.id() + " '" + id + "'"));
            }

            @Override
            public Class<?> load(Extension extension) {
                throw new UnsupportedOperationException();
            }

            @Override
            public ParameterSchema schema(Extension extension) {
                return ParameterSchema.of(extension == MODEL ? Gcn.class : Object.class);
            }

            @Override
            public List<String> conflicts() {
                return List.of();
            }
        };
    }

    public ExperimentCatalog experiments() {
        return new ExperimentCatalog() {
            @Override
            public List<ExperimentInfo> list() {
                return List.of(new ExperimentInfo("gndnets/karate", "Karate club", Optional.of("gndnets"), "org.espalier.gnd-nets"));
            }

            @Override
            public List<String> problems() {
                return List.of("broken.yaml:3: expected a mapping");
            }

            @Override
            public String text(String idOrFile) {
                return "id: " + load(idOrFile).id() + "\n";
            }

            @Override
            public Experiment load(String id) {
                if (!id.equals("gndnets/karate")) {
                    throw new InputException("There is no experiment '" + id + "'. Did you mean 'gndnets/karate'?");
                }
                return new Experiment(id, "Karate club", Optional.of("gndnets"), "x", "", List.of("main"), new Layer(Map.of(), Set.of()), List.of(1L, 2L), Map.of(), Map.of(),
                        List.of(new Claim("learns", "It learns", Map.of(), "mean(accuracy) >= 0.8", "not available", 9)));
            }

            @Override
            public Plan plan(String id, List<String> overrides) {
                asked.add("plan " + id + " " + overrides);
                Experiment experiment = load(id);
                if (overrides.stream().anyMatch(o -> o.contains("hiden"))) {
                    throw new InputException("Unknown key 'main.model.hiden'. Did you mean 'main.model.hidden'?");
                }
                Stage stage = new Stage("main", new Stage.Use(DATASET, Map.of()), new Stage.Use(MODEL, Map.of()), new Stage.Use(TRAINER, Map.of()), List.of());
                return new Plan(experiment, overrides, List.of(new Trial("seed=1", "", Map.of(), 1, List.of(stage)), new Trial("seed=2", "", Map.of(), 2, List.of(stage))), List.of(),
                        List.of(setting("main.model.use", "gndnets.gcn", "experiment"), setting("main.model.hidden", "16", "default")));
            }
        };
    }

    public static RunRecord record(RunOutcome outcome) {
        Instant start = Instant.parse("2026-03-01T10:00:00Z");
        return new RunRecord(RUN, "gndnets/karate", "Karate club", Optional.of("gndnets"), Path.of("runs", RUN), start, Optional.of(start.plusSeconds(3)), Optional.of(outcome),
                List.of(), Map.of(), List.of(new TrialResult("seed=1", "", Map.of(), 1, RunOutcome.COMPLETED, Map.of("accuracy", 0.9), 20, 0.5, 0, "")),
                List.of(new Verdict("learns", "It learns", "mean(accuracy) >= 0.8", Verdict.Decision.HOLDS, 0.9, 0.85, 0.95, ">= 0.8", 2, "not available", Optional.empty())), List.of(), List.of());
    }

    /** Runs end at once, or when they are stopped. */
    public RunService runs(RunOutcome outcome) {
        return new RunService() {
            @Override
            public RunHandle start(Plan plan, RunOptions options) {
                if (plan.overrides().contains("data.roots=nowhere")) {
                    throw new DataException("Dataset 'gndnets.karate' needs karate.txt");
                }
                asked.add("start " + plan.overrides() + " " + options.parallel());
                options.listeners().forEach(l -> l.on(new RunEvent.Started(RUN, "Karate club", 1, 0)));
                return handle(outcome);
            }

            @Override
            public RunHandle resume(String run, RunOptions options) {
                asked.add("resume " + run);
                return handle(outcome);
            }

            @Override
            public List<RunHandle> active() {
                return List.of(handle(outcome));
            }

            @Override
            public List<Forecast> forecast(Plan plan) {
                return List.of();
            }
        };
    }

    private RunHandle handle(RunOutcome outcome) {
        return new RunHandle() {
            @Override
            public String id() {
                return RUN;
            }

            @Override
            public Path folder() {
                return Path.of("runs", RUN);
            }

            @Override
            public void stop() {
                asked.add("stop");
            }

            @Override
            public RunRecord await() {
                return record(outcome);
            }
        };
    }

    public RunStore store() {
        return new RunStore() {
            @Override
            public Path root() {
                return Path.of("runs");
            }

            @Override
            public List<RunRecord> list() {
                return List.of(record(RunOutcome.COMPLETED));
            }

            @Override
            public RunRecord at(Path folder) {
                return list().stream().filter(run -> run.folder().equals(folder)).findFirst().orElseThrow();
            }

            @Override
            public RunRecord get(String run) {
                return record(RunOutcome.COMPLETED);
            }

            @Override
            public List<EpochRecord> epochs(RunRecord run) {
                return List.of(new EpochRecord("seed=1", "main", 1, 2, Map.of("train-loss", 2.0), 0.1), new EpochRecord("seed=1", "main", 2, 2, Map.of("train-loss", 1.0), 0.2));
            }

            @Override
            public List<TrialFigure> figures(RunRecord run) {
                return List.of(new TrialFigure("seed=1", "main", "edges", new Figure.HeatMap("Edge weights", List.of("age"), List.of("x", "y"), List.of(List.of(0.0, 1.0)))));
            }
        };
    }

    public DatasetCatalog datasets() {
        DataFile missing = DataFile.external("cora/cora.content").source("https://example.org/cora.tgz");
        return new DatasetCatalog() {
            @Override
            public List<DatasetFile> files(String id, List<String> values) {
                return List.of(new DatasetFile(missing, Optional.empty()), new DatasetFile(DataFile.bundled("data/a.txt"), Optional.empty()));
            }

            @Override
            public int fetch(String id, List<String> values, Consumer<DataFile> told) {
                asked.add("fetch " + id + " " + values);
                told.accept(missing);
                return 1;
            }
        };
    }

    public PluginCatalog plugins() {
        return new PluginCatalog() {
            @Override
            public List<Plugin> list() {
                return List.of(new Plugin("org.espalier.gnd-nets", "1.0.0", Plugin.State.ACTIVE, Optional.empty(), List.of("gndnets.gcn"), List.of(), Optional.empty()),
                        new Plugin("broken.jar", "", Plugin.State.BROKEN, Optional.empty(), List.of(), List.of(), Optional.of("it is no bundle")));
            }

            @Override
            public Plugin get(String name) {
                return list().get(0);
            }

            @Override
            public String why(String name) {
                return name + " is active.";
            }

            @Override
            public String install(Path jar, boolean simulate) {
                return (simulate ? "would install " : "installed ") + jar.getFileName();
            }

            @Override
            public String remove(String name) {
                return "removed " + name;
            }
        };
    }

    public PaperCatalog papers() {
        PaperCard card = new PaperCard("gndnets", "Graph neural diffusion networks", List.of("A. Author", "B. Author"), 2022, "2201.00000", Optional.empty(), "Diffuses features over a graph.",
                List.of(new PaperCard.Table("Table 3", "accuracy", List.of(List.of("method", "Cora"), List.of("GCN", "0.71"))), new PaperCard.Table("Table 4", "time", List.of())),
                List.of("accuracy on small graphs"), List.of("gndnets/karate"));
        return new PaperCatalog() {
            @Override
            public List<PaperCard> list() {
                return List.of(card);
            }

            @Override
            public PaperCard get(String id) {
                if (!id.equals("gndnets")) {
                    throw new InputException("There is no paper '" + id + "'");
                }
                return card;
            }
        };
    }
}
