package org.espalier.gndnets.internal.data;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.espalier.api.config.Param;
import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.dataset.Dataset;
import org.espalier.api.error.InputException;
import org.espalier.api.extension.DatasetExtension;
import org.espalier.api.run.RandomSource;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.graph.FewLabelSplit;
import org.espalier.data.graph.GraphData;
import org.espalier.data.graph.GraphMatrices;

import jakarta.inject.Inject;

/** A citation, co-purchase or web graph as published, with few labels per class. The trial's seed decides the split, as seeds do in the paper's code. */
@DatasetExtension(id = "gndnets.citation", title = "Citation, co-purchase and web graphs: Cora, Citeseer, Pubmed, Cora-ML, Amazon, Chameleon, Squirrel, Cornell, Texas, Film", data = GraphData.KIND)
public final class CitationDataset implements Dataset<GraphData> {
    private static final int LABELS = 5;

    private final Parameters parameters;
    private final RandomSource random;
    private final Publication publication;

    /** What is read of the nodes' features. */
    enum Features {
        /** All, as published. */
        PUBLISHED,
        /** Nothing. */
        NONE
    }

    /** What a user can set. */
    record Parameters(
            @Param(value = "The data set", def = "cora", choices = {"cora", "citeseer", "pubmed", "cora_ml", "amazon_photo", "amazon_computers",
                    "chameleon", "squirrel", "cornell", "texas", "film"}) String name,
            @Param("The published form to read; if not given, the first of planetoid, linqs, npz, geom that the set has") Optional<Format> format,
            @Param(value = "Training nodes of each class; 5 if neither this nor label-rate is given", min = 1, unit = "nodes") Optional<Integer> labelsPerClass,
            @Param(value = "Instead of labels-per-class: share of all nodes to train on, the same number of each class, at least one", min = 0, max = 1) Optional<Double> labelRate,
            @Param(value = "Nodes used to decide when to stop; all that then remain are for test", def = "500", min = 1, unit = "nodes") int validation,
            @Param(value = "Whether directed edges are made undirected; the paper's code keeps them directed. Planetoid and LINQS graphs are undirected anyway", def = "false") boolean symmetric,
            @Param(value = "Whether features are read; without (none), the graph serves methods that look at edges and labels only: gndnets.lp, gndnets.ls", def = "published") Features features) {
    }

    @Inject
    CitationDataset(Parameters parameters, RandomSource random) {
        this.parameters = parameters;
        this.random = random;
        if (parameters.labelsPerClass().isPresent() && parameters.labelRate().isPresent()) {
            throw new InputException("Dataset 'gndnets.citation' is given both labels-per-class=" + parameters.labelsPerClass().get() + " and label-rate=" + parameters.labelRate().get()
                    + ", which say the same in two ways; give one of them");
        }
        this.publication = Publications.of(parameters.name(), parameters.format());
    }

    @Override
    public List<DataFile> files() {
        return publication.files();
    }

    @Override
    public GraphData load(DataAccess files) throws IOException {
        GraphData published = parameters.features() == Features.NONE ? publication.readWithoutFeatures(files) : publication.read(files);
        GraphData graph = published.withAdjacency(edges(published, files));
        return graph.withSplit(new FewLabelSplit(labelsPerClass(graph), parameters.validation()).of(graph, random.seed()));
    }

    private int labelsPerClass(GraphData graph) {
        return parameters.labelRate().map(rate -> (int) Math.max(1, Math.round(rate * graph.nodes() / graph.classes().size())))
                .orElse(parameters.labelsPerClass().orElse(LABELS));
    }

    private CsrMatrix edges(GraphData published, DataAccess files) {
        CsrMatrix undirected = GraphMatrices.symmetrised(published.adjacency());
        int oneWay = undirected.entries() - published.adjacency().entries();
        if (oneWay > 0) {
            files.note(oneWay + " edges go one way only; " + (parameters.symmetric() ? "they were made undirected" : "they stay directed (symmetric=true makes them undirected)"));
        }
        return parameters.symmetric() ? undirected : published.adjacency();
    }
}
