package org.espalier.gndnets.internal.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.espalier.api.dataset.Part;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.FullBatchModel;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.espalier.api.run.RandomSource;
import org.espalier.data.graph.GraphData;
import org.espalier.gndnets.internal.data.NeededFeatures;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the networks of this plugin share: class scores of nodes, and a loss that is the mean cross-entropy over the training nodes + l2 / 2 * sum of
 * squares of the decayed parameters. The training network scores the training nodes only, since the others do not enter the loss.
 */
abstract class NodeModel implements FullBatchModel<GraphData> {
    /** Name of the class scores' variable. */
    static final String OUTPUT = "output";
    /** Name of the variable that holds the last layer before the classifier. */
    static final String HIDDEN = "hidden layer";
    /** Description of a parameter that all have. */
    static final String INSPECT = "Whether to report how alike the network makes its nodes, and accuracy by the distance to the nearest label";

    private final RandomSource random;
    private final double dropout;
    private final double l2;
    private final boolean inspect;

    /**
     * @param dropout probability of dropping an entry in training
     * @param l2      weight decay
     * @param inspect whether it is looked into after training
     */
    NodeModel(RandomSource random, double dropout, double l2, boolean inspect) {
        this.random = random;
        this.dropout = dropout;
        this.l2 = l2;
        this.inspect = inspect;
    }

    /** The class scores of the wanted nodes, [wanted, C], in the variable {@value #OUTPUT}; the last hidden layer is in {@value #HIDDEN} if the network has one. */
    abstract SDVariable scores(GraphData data, Wanted wanted, Dropping dropping, Weights weights);

    /** The parameters in the weight decay, of all that were made. */
    List<SDVariable> decayed(List<SDVariable> all) {
        return all;
    }

    /** What training on this graph holds. */
    abstract Footprint footprint(GraphData data);

    @Override
    public OptionalLong nativeMemory(GraphData data) {
        NeededFeatures.of(data);
        return OptionalLong.of(footprint(data).bytes());
    }

    @Override
    public final Optional<Inspector> inspector(GraphData data) {
        return inspect ? Optional.of(new NodeInspector(data)) : Optional.empty();
    }

    @Override
    public final Network network(GraphData data, Mode mode) {
        Dropping dropping = mode == Mode.TRAINING ? Dropping.random(dropout) : Dropping.none();
        return network(data, mode, dropping, new Weights(SameDiff.create(), random, DataType.FLOAT));
    }

    /** The network with dropout and weights of the caller's choice. */
    final Network network(GraphData data, Mode mode, Dropping dropping, Weights weights) {
        if (mode == Mode.EVALUATION) {
            SDVariable scores = scores(data, Wanted.all(), dropping, weights);
            return Network.of(scores, null).watching(Map.of(OUTPUT, scores, HIDDEN, lastHidden(scores)));
        }
        LabelledNodes train = LabelledNodes.of(data, Part.TRAIN);
        SDVariable scores = scores(data, Wanted.only(train.nodes()), dropping, weights);
        return Network.of(scores, NodeLoss.of(scores, train.truth(), data.classes().size(), l2, decayed(weights.all()), weights));
    }

    /** The scores themselves if there is no hidden layer. */
    private static SDVariable lastHidden(SDVariable scores) {
        SameDiff graph = scores.getSameDiff();
        return graph.hasVariable(HIDDEN) ? graph.getVariable(HIDDEN) : scores;
    }

    @Override
    public final Predictions predictions(GraphData data, Part part, INDArray output) {
        return LabelledNodes.of(data, part).scores(output);
    }
}
