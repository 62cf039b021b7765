package org.espalier.gndnets.internal.decoupled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import org.espalier.api.compute.Lease;
import org.espalier.api.dataset.Part;
import org.espalier.api.extension.TrainerExtension;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.metric.Predictions;
import org.espalier.api.metric.Predictions.ClassScores;
import org.espalier.api.run.Artefacts;
import org.espalier.api.run.Progress;
import org.espalier.api.trainer.Trained;
import org.espalier.api.trainer.Trainer;
import org.espalier.data.graph.GraphData;
import org.nd4j.linalg.factory.Nd4j;

import jakarta.inject.Inject;

/**
 * Works out P^k X for k = 1 … K and saves it as the artefact {@value #HOPS}, for a later stage to learn from. Memory is bounded by a block of columns, not by K or D; a product
 * counts as an epoch, so that progress shows. What is not finished when the run stops is done again.
 */
@TrainerExtension(id = "gndnets.diffuse", title = "Diffusion before training", form = HopSource.FORM, data = GraphData.KIND)
public final class HopTrainer implements Trainer<HopSource, GraphData> {
    /** Name of the artefact. */
    static final String HOPS = "hops.bin";

    private final Lease lease;
    private final Progress progress;
    private final Artefacts artefacts;

    @Inject
    HopTrainer(Lease lease, Progress progress, Artefacts artefacts) {
        this.lease = lease;
        this.progress = progress;
        this.artefacts = artefacts;
    }

    @Override
    public Trained train(HopSource model, GraphData data) {
        HopLayout layout = new HopLayout(data.nodes(), model.hops(), data.features().cols());
        ColumnBlocks blocks = ColumnBlocks.of(layout.nodes(), layout.width());
        long start = System.nanoTime();
        try (HopScratch scratch = new HopScratch(layout.nodes(), layout.hops(), blocks)) {
            new Diffusing(lease, progress, model.transition(data), model.hops(), blocks).run(model.features(data), scratch);
            double seconds = (System.nanoTime() - start) / 1e9;
            artefacts.save(HOPS, out -> {
                layout.writeTo(out);
                scratch.writeTo(out, progress::check);
            });
            return new Diffused(data.classes().size(), seconds, layout.bytes() / 1e9);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the diffused features of '" + data.name() + "', " + layout.bytes() + " bytes, on disk", e);
        }
    }

    /** Predicts nothing: of no example. */
    private record Diffused(int classes, double seconds, double gigabytes) implements Trained {
        @Override
        public Predictions predict(Part part) {
            return new ClassScores(new int[0], new double[0], classes);
        }

        @Override
        public void inspect(Inspector inspector) {
            inspector.look(new int[0], Map.of(DiffusionInspector.SECONDS, Nd4j.scalar(seconds), DiffusionInspector.GIGABYTES, Nd4j.scalar(gigabytes)));
        }
    }
}
