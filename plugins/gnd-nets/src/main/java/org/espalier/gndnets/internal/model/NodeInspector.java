package org.espalier.gndnets.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.espalier.api.dataset.Part;
import org.espalier.api.inspection.Figure;
import org.espalier.api.inspection.Figure.Curve;
import org.espalier.api.inspection.Inspection;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.metric.Predictions.ClassScores;
import org.espalier.data.graph.GraphData;
import org.espalier.data.numpy.LegacyRandom;
import org.espalier.gndnets.internal.smoothing.LabelDistance;
import org.espalier.gndnets.internal.smoothing.Smoothness;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Whether a network smoothes too much, so that its hidden representation tells nodes no longer apart, or too little, so that nodes far from all labels go astray.
 */
final class NodeInspector implements Inspector {
    /** Two layers of graph convolution see so far. */
    private static final int NEAR = 2;
    /** The widest diffusion of the paper's code. */
    private static final int FAR = 20;
    /** All pairs of so many nodes are compared; of larger graphs a sample. */
    private static final int COMPARED = 1000;
    private static final int SAMPLE_SEED = 1;

    private final GraphData data;
    private double distance;
    private double energy;
    private ClassScores scores;

    NodeInspector(GraphData data) {
        this.data = data;
    }

    @Override
    public Part part() {
        return Part.TEST;
    }

    @Override
    public void look(int[] examples, Map<String, INDArray> watched) {
        scores = LabelledNodes.of(data, Part.TEST).scores(watched.get(NodeModel.OUTPUT));
        INDArray hidden = watched.get(NodeModel.HIDDEN);
        Smoothness smoothness = new Smoothness(hidden.dup('c').data().asDouble(), (int) hidden.size(1));
        distance = smoothness.meanAverageDistance(compared());
        energy = smoothness.dirichletEnergy(data.adjacency());
    }

    private int[] compared() {
        int nodes = data.nodes();
        int[] order = nodes > COMPARED ? new LegacyRandom(SAMPLE_SEED).permutation(nodes) : IntStream.range(0, nodes).toArray();
        return IntStream.of(order).limit(COMPARED).toArray();
    }

    @Override
    public void report(Inspection inspection) {
        LabelDistance distances = LabelDistance.of(data);
        int[] test = data.split().test();
        int[] hops = IntStream.of(LabelledNodes.of(data, Part.TEST).nodes()).map(node -> distances.hops()[node]).toArray();
        inspection.number("mean-average-distance", distance);
        inspection.number("dirichlet-energy", energy);
        inspection.number("label-within-2", distances.shareWithin(NEAR, test));
        inspection.number("label-within-20", distances.shareWithin(FAR, test));
        inspection.number("accuracy-within-2", accuracy(hops, hop -> hop <= NEAR));
        inspection.number("accuracy-beyond-2", accuracy(hops, hop -> hop > NEAR));
        inspection.figure("accuracy-by-distance", byDistance(hops));
    }

    private Figure byDistance(int[] hops) {
        int farthest = IntStream.of(hops).filter(hop -> hop != LabelDistance.UNREACHED).max().orElse(1);
        List<Double> at = new ArrayList<>();
        List<Double> accuracies = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int h = 1; h <= farthest; h++) {
            int wanted = h;
            at.add((double) h);
            accuracies.add(accuracy(hops, hop -> hop == wanted));
            shares.add(IntStream.of(hops).filter(hop -> hop == wanted).count() / (double) hops.length);
        }
        return new Figure.Lines("Accuracy by distance to the nearest label", "hops to the nearest label", "share", at,
                List.of(new Curve("accuracy of the nodes so far away", accuracies), new Curve("share of the test nodes", shares)));
    }

    /** Accuracy of the test nodes at some distances; NaN if there are none. */
    private double accuracy(int[] hops, IntPredicate wanted) {
        return IntStream.range(0, hops.length).filter(i -> wanted.test(hops[i])).mapToDouble(i -> scores.predicted(i) == scores.truth()[i] ? 1 : 0).average().orElse(Double.NaN);
    }
}
