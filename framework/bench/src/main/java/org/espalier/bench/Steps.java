package org.espalier.bench;

import java.util.Map;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.UpdateRule;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Whole training steps: forward, backward, Adam. */
final class Steps {
    private static final Optimizer ADAM = Optimizer.of(new UpdateRule.Adam(), 1e-3);

    private Steps() {
    }

    /** A perceptron 64-64-10 on a batch of 32. */
    static Case perceptron() {
        SameDiff graph = SameDiff.create();
        SDVariable in = graph.placeHolder("in", DataType.FLOAT, 32, 64);
        SDVariable labels = graph.placeHolder("labels", DataType.FLOAT, 32, 10);
        SDVariable hidden = graph.nn.relu(Graphs.dense(in, "hidden", 64, 64), 0);
        SDVariable loss = graph.loss.softmaxCrossEntropy("loss", labels, Graphs.dense(hidden, "out", 64, 10), null);
        INDArray classes = Nd4j.create(DataType.FLOAT, 32, 10);
        for (int i = 0; i < 32; i++) {
            classes.putScalar(i, i % 10, 1);
        }
        return Case.step(loss, ADAM, Map.of("in", Graphs.uniform(-1, 1, 32, 64), "labels", classes));
    }

    /** Two transformer blocks (width 128, 4 heads, 64 tokens, feed-forward 512) on a batch of 32, against a target of the same shape. */
    static Case transformer() {
        SameDiff graph = SameDiff.create();
        SDVariable in = graph.placeHolder("in", DataType.FLOAT, 32, 64, 128);
        SDVariable target = graph.placeHolder("target", DataType.FLOAT, 32, 64, 128);
        SDVariable x = in.reshape(32 * 64, 128);
        for (int block = 0; block < 2; block++) {
            x = Transformer.block(x, "block" + block, 32, 64, 128, 4);
        }
        SDVariable loss = x.reshape(32, 64, 128).sub(target).mul(x.reshape(32, 64, 128).sub(target)).mean("loss");
        return Case.step(loss, ADAM, Map.of("in", Graphs.uniform(-1, 1, 32, 64, 128), "target", Graphs.uniform(-1, 1, 32, 64, 128)));
    }
}
