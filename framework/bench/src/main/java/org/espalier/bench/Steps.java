package org.espalier.bench;

import java.util.List;
import java.util.Map;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.UpdateRule;
import org.espalier.api.compute.op.Embedding;
import org.espalier.api.compute.op.Loop;
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

    /** A vector field of 64 hidden units over states of width 64, integrated by 50 steps of the classical Runge-Kutta method, on a batch of 64. */
    static Case rungeKutta() {
        SameDiff graph = SameDiff.create();
        SDVariable start = graph.placeHolder("start", DataType.FLOAT, 64, 64);
        List<SDVariable> field = List.of(Graphs.parameter(graph, "w1", 64, 64), Graphs.parameter(graph, "b1", 64), Graphs.parameter(graph, "w2", 64, 64), Graphs.parameter(graph, "b2", 64));
        SDVariable end = Loop.of(50, 1, List.of(start), List.of(), field, (states, slices, shared) -> List.of(RungeKutta.step(states.get(0), shared, 1 / 50.0))).last().get(0);
        return Case.step(end.mul(end).mean("loss"), ADAM, Map.of("start", Graphs.uniform(-1, 1, 64, 64)));
    }

    /** 39 categories embedded in 16 dimensions each, a hidden layer of 64 and a logit, on a batch of 1024; the table has 100,000 rows. */
    static Case embedding(Optimizer optimizer) {
        SameDiff graph = SameDiff.create();
        SDVariable indices = graph.placeHolder("indices", DataType.INT32, 1024, 39);
        SDVariable clicked = graph.placeHolder("clicked", DataType.FLOAT, 1024, 1);
        SDVariable rows = Embedding.of(Graphs.parameter(graph, "table", 100_000, 16), indices).reshape(1024, 39 * 16);
        SDVariable logit = Graphs.dense(graph.nn.relu(Graphs.dense(rows, "hidden", 39 * 16, 64), 0), "out", 64, 1);
        SDVariable loss = graph.loss.sigmoidCrossEntropy("loss", clicked, logit, null);
        return Case.step(loss, optimizer, Map.of("indices", Graphs.integers(100_000, 1024, 39), "clicked", Graphs.uniform(0, 1, 1024, 1)));
    }

    /** Adam as it is: rows that did not occur move too. */
    static Case embedding() {
        return embedding(ADAM);
    }

    /** Adam on the rows that occurred. */
    static Case embeddingLazily() {
        return embedding(Optimizer.of(new UpdateRule.Lazy(new UpdateRule.Adam()), 1e-3));
    }
}
