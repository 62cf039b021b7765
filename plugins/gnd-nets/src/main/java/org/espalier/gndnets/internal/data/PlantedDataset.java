package org.espalier.gndnets.internal.data;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.espalier.api.config.Param;
import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.dataset.Dataset;
import org.espalier.api.extension.DatasetExtension;
import org.espalier.api.run.RandomSource;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.Split;
import org.espalier.data.graph.CsrBuilder;
import org.espalier.data.graph.GraphData;

import jakarta.inject.Inject;

/**
 * A generated graph of any size with planted classes and degrees that follow a power law: a degree-corrected stochastic block model. Node i is of class i mod C, and the (i / C)-th of its
 * class; it is an end of an edge with probability proportional to 1 / sqrt(1 + i / C). The other end is of the same class with probability {@code homophily}, of any class
 * otherwise. A node has ones at some features, each from those of its own class with probability {@code signal}, from all otherwise.
 */
@DatasetExtension(id = "gndnets.planted", title = "Generated graph of any size with planted classes and power-law degrees", data = GraphData.KIND)
public final class PlantedDataset implements Dataset<GraphData> {
    private final Parameters parameters;
    private final RandomSource random;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Nodes", def = "10000", min = 100, max = 20_000_000, unit = "nodes") int nodes,
            @Param(value = "Neighbours of a node, on average", def = "10", min = 1, max = 100) int degree,
            @Param(value = "Classes", def = "10", min = 2, max = 50) int classes,
            @Param(value = "Probability that an edge stays in a class on purpose", def = "0.6", min = 0, max = 1) double homophily,
            @Param(value = "Features", def = "100", min = 50) int features,
            @Param(value = "Features that a node has, at most", def = "10", min = 1) int ones,
            @Param(value = "Probability that a feature is one of its class on purpose", def = "0.2", min = 0, max = 1) double signal,
            @Param(value = "Share of the nodes to learn from", def = "0.1", min = 0.0001, max = 0.5) double trainShare,
            @Param(value = "Share of the nodes to decide by when to stop; all that remain are for test", def = "0.02", min = 0.0001, max = 0.4) double validationShare) {
    }

    @Inject
    PlantedDataset(Parameters parameters, RandomSource random) {
        this.parameters = parameters;
        this.random = random;
    }

    @Override
    public List<DataFile> files() {
        return List.of();
    }

    @Override
    public GraphData load(DataAccess files) {
        int nodes = parameters.nodes();
        files.note("generated, not real: " + nodes + " nodes with planted classes");
        int[] labels = IntStream.range(0, nodes).map(node -> node % parameters.classes()).toArray();
        List<String> classes = IntStream.range(0, parameters.classes()).mapToObj(Integer::toString).toList();
        double test = 1 - parameters.trainShare() - parameters.validationShare();
        Split split = Split.shuffled(nodes, parameters.validationShare(), test, random.generator("split"));
        return new GraphData("planted", edges(random.generator("edges")), features(random.generator("features")), labels, classes, split);
    }

    private CsrMatrix edges(RandomGenerator generator) {
        CsrBuilder edges = new CsrBuilder(parameters.nodes(), parameters.nodes());
        long count = (long) parameters.nodes() * parameters.degree() / 2;
        for (long i = 0; i < count; i++) {
            int group = generator.nextInt(parameters.classes());
            int one = member(group, generator);
            int other = member(generator.nextDouble() < parameters.homophily() ? group : generator.nextInt(parameters.classes()), generator);
            if (one != other) {
                edges.add(one, other, 1).add(other, one, 1);
            }
        }
        return edges.build(Math::max);
    }

    /** The square of a uniform number has a density that falls as 1 / sqrt. */
    private int member(int group, RandomGenerator generator) {
        int members = (parameters.nodes() - group + parameters.classes() - 1) / parameters.classes();
        double uniform = generator.nextDouble();
        return (int) (uniform * uniform * members) * parameters.classes() + group;
    }

    private CsrMatrix features(RandomGenerator generator) {
        CsrBuilder features = new CsrBuilder(parameters.nodes(), parameters.features());
        int own = parameters.features() / parameters.classes();
        for (int node = 0; node < parameters.nodes(); node++) {
            int first = node % parameters.classes() * own;
            for (int i = 0; i < parameters.ones(); i++) {
                int feature = generator.nextDouble() < parameters.signal() ? first + generator.nextInt(own) : generator.nextInt(parameters.features());
                features.add(node, feature, 1);
            }
        }
        return features.build(Math::max);
    }
}
