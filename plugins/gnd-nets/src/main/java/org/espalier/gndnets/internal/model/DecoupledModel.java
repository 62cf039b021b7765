package org.espalier.gndnets.internal.model;

import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.espalier.api.config.Param;
import org.espalier.api.dataset.Part;
import org.espalier.api.error.InputException;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions;
import org.espalier.api.metric.Predictions.ClassScores;
import org.espalier.api.model.MiniBatchModel;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.espalier.api.run.Artefact;
import org.espalier.api.run.RandomSource;
import org.espalier.data.graph.GraphData;
import org.espalier.gndnets.internal.data.NeededFeatures;
import org.espalier.gndnets.internal.decoupled.HopFile;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import jakarta.inject.Inject;

/**
 * Graph neural diffusion network (arXiv 2201.09698), variant {@code slp} of {@link GndModel} or one with a fixed mixture, with the features diffused beforehand: since P^k (X W1) = (P^k X) W1, a
 * batch of nodes needs the rows of S_k = P^k X and no graph. The equations are in {@link DecoupledNetwork}.
 *
 * <p>
 * Parameters, loss and evaluation are those of {@link GndModel}. Training is not quite: what is dropped there before the diffusion, X and X W1, is dropped after it here. Results are to be told
 * apart: they are of the decoupled network.
 */
@ModelExtension(id = "gndnets.gnd-decoupled", title = "Graph neural diffusion network, decoupled: features diffused before training", data = GraphData.KIND, form = MiniBatchModel.FORM, predicts = Predictions.ClassScores.KIND)
public final class DecoupledModel implements MiniBatchModel<GraphData> {
    private static final String HOPS = "hops";
    private static final String TRUTH = "truth";
    /** A forecast needs a size of batch, which a model does not know. */
    private static final int FORECAST_BATCH = 1024;
    /** Assumed where the diffused features do not exist yet, as in dry runs: what {@code gndnets.hops} makes if not told otherwise. */
    private static final int FORECAST_HOPS = 20;

    private final Parameters parameters;
    private final RandomSource random;
    private final Map<Part, LabelledNodes> parts = new EnumMap<>(Part.class);
    private HopFile file;

    /** How the hops are mixed. */
    enum Mixture {
        /** Learned weights. */
        SLP,
        /** As in personalised PageRank. */
        PPR,
        /** As in the heat kernel. */
        HEAT
    }

    /** What a user can set. */
    record Parameters(
            @Param("Diffused features: artefact hops.bin of a stage with model gndnets.hops and trainer gndnets.diffuse on the same data") Optional<Artefact> features,
            @Param(value = "How the hops are mixed: learned weights (slp) or fixed ones (ppr, heat)", def = "slp") Mixture diffusion,
            @Param(value = "Width of the hidden layer", def = "16", min = 1) int hidden,
            @Param(value = "Probability of dropping an entry in training", def = "0.6", min = 0, max = 1, maxExclusive = true) double dropout,
            @Param(value = "Weight decay, on all parameters", def = "0.0005", min = 0) double l2) {
    }

    @Inject
    DecoupledModel(Parameters parameters, RandomSource random) {
        this.parameters = parameters;
        this.random = random;
    }

    @Override
    public OptionalLong nativeMemory(GraphData data) {
        NeededFeatures.of(data);
        long features = data.features().cols();
        long classes = data.classes().size();
        long hops = parameters.features().filter(artefact -> Files.exists(artefact.path())).map(artefact -> file(data).hops()).orElse(FORECAST_HOPS);
        long perNode = 4 * (features + parameters.hidden() + classes) + 3 * hops * features;
        return OptionalLong.of(new Footprint((features + classes) * parameters.hidden(), FORECAST_BATCH * perNode).bytes());
    }

    @Override
    public int examples(GraphData data, Part part) {
        return labelled(data, part).nodes().length;
    }

    @Override
    public Network network(GraphData data, Mode mode, int batch) {
        HopFile hops = file(data);
        int classes = data.classes().size();
        SameDiff graph = SameDiff.create();
        Weights weights = new Weights(graph, random, DataType.FLOAT);
        Dropping dropping = mode == Mode.TRAINING ? Dropping.random(parameters.dropout()) : Dropping.none();
        SDVariable rows = graph.placeHolder(HOPS, DataType.FLOAT, hops.hops(), (long) batch * hops.width());
        SDVariable output = new DecoupledNetwork(hops.hops(), hops.width(), classes).scores(rows, batch, parameters, weights, dropping);
        if (mode == Mode.EVALUATION) {
            return Network.of(output, null);
        }
        SDVariable truth = graph.placeHolder(TRUTH, DataType.FLOAT, batch, classes);
        return Network.of(output, NodeLoss.of(output, truth, parameters.l2(), weights.all()));
    }

    @Override
    public Map<String, INDArray> batch(GraphData data, Part part, int[] examples) {
        LabelledNodes labelled = labelled(data, part);
        HopFile hops = file(data);
        int[] nodes = new int[examples.length];
        float[][] truth = new float[examples.length][data.classes().size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = labelled.nodes()[examples[i]];
            truth[i][labelled.truth()[examples[i]]] = 1;
        }
        return Map.of(HOPS, Nd4j.createFromArray(hops.read(nodes)).reshape(hops.hops(), (long) nodes.length * hops.width()), TRUTH, Nd4j.createFromArray(truth));
    }

    @Override
    public Predictions predictions(GraphData data, Part part, int[] examples, INDArray output) {
        LabelledNodes labelled = labelled(data, part);
        int[] truth = new int[examples.length];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = labelled.truth()[examples[i]];
        }
        return new ClassScores(truth, output.ravel().toDoubleVector(), data.classes().size());
    }

    /** Looked up once: there are many batches, and the nodes of large graphs take a while to go through. */
    private LabelledNodes labelled(GraphData data, Part part) {
        return parts.computeIfAbsent(part, wanted -> LabelledNodes.of(data, wanted));
    }

    private HopFile file(GraphData data) {
        if (file == null) {
            Artefact artefact = parameters.features().orElseThrow(() -> new InputException("Model 'gndnets.gnd-decoupled' has no diffused features: give it "
                    + "features: {from: STAGE, artefact: hops.bin}, where the earlier stage STAGE has model gndnets.hops and trainer gndnets.diffuse"));
            file = HopFile.of(artefact, data);
        }
        return file;
    }
}
