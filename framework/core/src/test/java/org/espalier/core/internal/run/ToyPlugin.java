package org.espalier.core.internal.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import org.espalier.api.bench.Benchmark;
import org.espalier.api.compute.Lease;
import org.espalier.api.config.Param;
import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.dataset.Dataset;
import org.espalier.api.dataset.Part;
import org.espalier.api.inspection.Figure;
import org.espalier.api.inspection.Inspection;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.metric.Direction;
import org.espalier.api.metric.Metric;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.Model;
import org.espalier.api.run.Artefact;
import org.espalier.api.run.Artefacts;
import org.espalier.api.run.Checkpoints;
import org.espalier.api.run.Progress;
import org.espalier.api.run.RandomSource;
import org.espalier.api.trainer.Trained;
import org.espalier.api.trainer.Trainer;
import org.nd4j.linalg.api.ndarray.INDArray;

import jakarta.inject.Inject;

/** Extensions that do next to nothing, and fail on demand. */
final class ToyPlugin {
    /** Permits for the epochs of trainers that wait. */
    static final Semaphore WAITING = new Semaphore(0);

    private ToyPlugin() {
    }

    record DataSettings(@Param(value = "a file to need", def = "") String file) {
    }

    static final class Data implements Dataset<String>, Benchmark<DataAccess> {
        private final DataSettings settings;

        @Inject
        Data(DataSettings settings) {
            this.settings = settings;
        }

        @Override
        public List<DataFile> files() {
            return settings.file().isEmpty() ? List.of() : List.of(DataFile.external(settings.file()));
        }

        @Override
        public String load(DataAccess files) {
            return "toys";
        }

        @Override
        public List<Case> cases(DataAccess files, Lease lease) {
            return List.of(new Case("load", 4, "toys", () -> load(files)));
        }
    }

    record ModelSettings(@Param("level to start at") Optional<Artefact> start, @Param(value = "whether to fail when made", def = "false") boolean explode,
            @Param(value = "number to show", def = "") String shows) {
    }

    static final class ToyModel implements Model<String> {
        private final double start;
        private final String shows;

        @Inject
        ToyModel(ModelSettings settings) throws IOException {
            if (settings.explode()) {
                throw new IllegalStateException("boom");
            }
            shows = settings.shows();
            start = settings.start().isPresent() ? Double.parseDouble(Files.readString(settings.start().get().path())) : 0;
        }

        @Override
        public Optional<Inspector> inspector(String data) {
            return shows.isEmpty() ? Optional.empty() : Optional.of(new ToyInspector(shows));
        }
    }

    static final class ToyInspector implements Inspector {
        private final String shows;
        private int looks;

        ToyInspector(String shows) {
            this.shows = shows;
        }

        @Override
        public Part part() {
            return Part.TRAIN;
        }

        @Override
        public void look(int[] examples, Map<String, INDArray> watched) {
            looks += examples.length;
        }

        @Override
        public void report(Inspection inspection) {
            inspection.number(shows, looks);
            inspection.number("nothing", Double.NaN);
            inspection.figure("looks", new Figure.HeatMap("Looks", List.of("row"), List.of("column"), List.of(List.of((double) looks))));
        }
    }

    enum Failure { NONE, THROW, NAN }

    record TrainerSettings(@Param(value = "epochs", def = "1") int epochs, @Param(value = "score to reach", def = "0") double level,
            @Param(value = "how to fail", def = "none") Failure fail, @Param(value = "whether epochs wait for a permit", def = "false") boolean gated) {
    }

    static final class ToyTrainer implements Trainer<ToyModel, String> {
        private final TrainerSettings settings;
        private final RandomSource random;
        private final Progress progress;
        private final Artefacts artefacts;
        private final Checkpoints checkpoints;

        @Inject
        ToyTrainer(TrainerSettings settings, RandomSource random, Progress progress, Artefacts artefacts, Checkpoints checkpoints) {
            this.settings = settings;
            this.random = random;
            this.progress = progress;
            this.artefacts = artefacts;
            this.checkpoints = checkpoints;
        }

        @Override
        public Trained train(ToyModel model, String data) {
            int done = checkpoints.latest().map(Checkpoints.Checkpoint::epoch).orElse(0);
            for (int epoch = done + 1; epoch <= settings.epochs(); epoch++) {
                if (settings.fail() == Failure.THROW) {
                    throw new IllegalArgumentException("no");
                }
                if (settings.gated()) {
                    WAITING.acquireUninterruptibly();
                }
                if (checkpoints.due()) {
                    checkpoints.save(epoch, out -> out.write(1));
                }
                progress.epoch(epoch, settings.epochs(), Map.of("train-loss", 1.0 / epoch));
            }
            double level = model.start + settings.level() + random.generator("noise").nextDouble() * 0.1;
            artefacts.save("weights", out -> out.write(Double.toString(level).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            double score = settings.fail() == Failure.NAN ? Double.NaN : level;
            return new ToyTrained(score);
        }
    }

    static final class IdleTrainer implements Trainer<ToyModel, String> {
        @Override
        public Trained train(ToyModel model, String data) {
            return new ToyTrained(model.start);
        }
    }

    record ToyTrained(double score) implements Trained {
        @Override
        public Predictions predict(Part part) {
            return new Predictions.ClassScores(new int[] {part == Part.TEST ? 0 : 1}, new double[] {score}, 1);
        }

        @Override
        public void inspect(Inspector inspector) {
            inspector.look(new int[] {0, 1}, Map.of());
            inspector.look(new int[] {2}, Map.of());
        }
    }

    static final class Score implements Metric<Predictions.ClassScores> {
        @Override
        public double of(Predictions.ClassScores predictions) {
            double score = predictions.scores()[0];
            return score < 0 ? Double.NaN : score;
        }

        @Override
        public String whyUndefined(Predictions.ClassScores predictions) {
            return "the toy is below 0";
        }

        @Override
        public Direction direction() {
            return Direction.HIGHER_IS_BETTER;
        }
    }
}
