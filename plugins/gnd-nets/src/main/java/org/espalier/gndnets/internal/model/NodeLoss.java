package org.espalier.gndnets.internal.model;

import java.util.List;

import org.nd4j.autodiff.loss.LossReduce;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** Mean softmax cross-entropy plus weight decay. */
final class NodeLoss {
    private NodeLoss() {
    }

    /**
     * The loss of some nodes.
     *
     * @param scores  [nodes, classes]
     * @param truth   class of each of these nodes
     * @param classes number of classes
     * @param l2      factor of the sum of half the squares of the decayed parameters
     * @param weights makes constants
     */
    static SDVariable of(SDVariable scores, int[] truth, int classes, double l2, List<SDVariable> decayed, Weights weights) {
        return of(scores, weights.constant("truth", oneHot(truth, classes), truth.length, classes), l2, decayed);
    }

    /**
     * The loss of some nodes.
     *
     * @param oneHot a row per node, with a one at its class; [nodes, classes]
     */
    static SDVariable of(SDVariable scores, SDVariable oneHot, double l2, List<SDVariable> decayed) {
        SameDiff graph = scores.getSameDiff();
        SDVariable fit = graph.loss().softmaxCrossEntropy("cross-entropy", oneHot, scores, null, LossReduce.MEAN_BY_WEIGHT, 0);
        if (l2 == 0) {
            return graph.identity("loss", fit);
        }
        SDVariable squares = decayed.stream().map(weight -> weight.mul(weight).sum()).reduce(SDVariable::add).orElseThrow();
        return fit.add("loss", squares.mul(l2 / 2));
    }

    private static double[] oneHot(int[] truth, int classes) {
        double[] rows = new double[truth.length * classes];
        for (int node = 0; node < truth.length; node++) {
            rows[node * classes + truth[node]] = 1;
        }
        return rows;
    }
}
