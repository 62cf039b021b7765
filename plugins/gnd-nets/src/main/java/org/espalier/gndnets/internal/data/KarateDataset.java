package org.espalier.gndnets.internal.data;

import java.io.IOException;
import java.util.List;

import org.espalier.api.config.Param;
import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.dataset.Dataset;
import org.espalier.api.extension.DatasetExtension;
import org.espalier.api.run.RandomSource;
import org.espalier.data.graph.FewLabelSplit;
import org.espalier.data.graph.GraphData;
import org.espalier.data.graph.GraphMatrices;
import org.espalier.data.graph.io.LinqsReader;

import jakarta.inject.Inject;

/** Zachary's karate club: 34 members, 78 friendships, two sides. Members have no features, so each gets a one-hot vector of its own. */
@DatasetExtension(id = "gndnets.karate", title = "Zachary's karate club (34 nodes, shipped)", data = GraphData.KIND)
public final class KarateDataset implements Dataset<GraphData> {
    private static final DataFile LABELS = DataFile.bundled("data/karate/karate.labels");
    private static final DataFile FRIENDS = DataFile.bundled("data/karate/karate.cites");

    private final Parameters parameters;
    private final RandomSource random;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Members of each side whose side is known in training", def = "2", min = 1, unit = "nodes") int labelsPerClass,
            @Param(value = "Members used to decide when to stop", def = "8", min = 1, unit = "nodes") int validation) {
    }

    @Inject
    KarateDataset(Parameters parameters, RandomSource random) {
        this.parameters = parameters;
        this.random = random;
    }

    @Override
    public List<DataFile> files() {
        return List.of(LABELS, FRIENDS);
    }

    @Override
    public GraphData load(DataAccess files) throws IOException {
        GraphData club = LinqsReader.read("karate", files.path(LABELS), files.path(FRIENDS), files::note);
        return club.withFeatures(GraphMatrices.identity(club.nodes())).withSplit(new FewLabelSplit(parameters.labelsPerClass(), parameters.validation()).of(club, random.seed()));
    }
}
