package org.espalier.compute.internal.timing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntSupplier;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.op.Dropout;
import org.espalier.api.compute.op.SparseMatmul;
import org.espalier.api.compute.op.SparseOperand;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.program.CompiledProgram;
import org.espalier.compute.internal.program.CompiledTraining;
import org.espalier.compute.internal.program.Owner;
import org.espalier.compute.internal.program.ParameterSet;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;

/** Prints medians: a step of a small perceptron, and a sparse product of the size of Cora. */
public final class Timing implements Owner {
    private static final int WARM_UP = 2000;
    private static final int ROUNDS = 501;

    public static void main(String[] arguments) {
        new Timing().perceptron();
        new Timing().sparseProduct(0);
        new Timing().sparseProduct(0.5);
        new Timing().dropout();
    }

    private void perceptron() {
        SameDiff graph = SameDiff.create();
        SDVariable in = graph.placeHolder("in", DataType.FLOAT, 32, 64);
        SDVariable labels = graph.placeHolder("labels", DataType.FLOAT, 32, 10);
        SDVariable w1 = graph.var("w1", Nd4j.rand(DataType.FLOAT, 64, 64).subi(0.5));
        SDVariable w2 = graph.var("w2", Nd4j.rand(DataType.FLOAT, 64, 10).subi(0.5));
        SDVariable b1 = graph.var("b1", Nd4j.create(DataType.FLOAT, 64));
        SDVariable b2 = graph.var("b2", Nd4j.create(DataType.FLOAT, 10));
        SDVariable hidden = graph.nn.relu(in.mmul(w1).add(b1), 0);
        SDVariable loss = graph.loss.softmaxCrossEntropy("loss", labels, hidden.mmul(w2).add(b2), null);
        try (ParameterSet parameters = new ParameterSet(Map.of("w1", w1.getArr(), "w2", w2.getArr(), "b1", b1.getArr(), "b2", b2.getArr()));
                CompiledTraining program = CompiledTraining.of(
                        new ProgramRequest(graph, List.of(), Optional.of(loss.name()), parameters, Optional.of(Optimizer.of(new Adam(1e-3))), 0), parameters, this)) {
            program.feed("in", Nd4j.rand(DataType.FLOAT, 32, 64));
            program.feed("labels", Nd4j.eye(32).get(NDArrayIndex.all(), NDArrayIndex.interval(0, 10)).dup());
            print("MLP 64-64-10, batch 32: forward", () -> run(program::run));
            print("MLP 64-64-10, batch 32: forward and backward", () -> (int) program.gradients());
            print("MLP 64-64-10, batch 32: whole step with Adam", () -> (int) program.step());
        }
    }

    private void sparseProduct(double dropout) {
        int nodes = 2708;
        int width = 16;
        SameDiff graph = SameDiff.create();
        SDVariable dense = graph.var("x", Nd4j.rand(DataType.FLOAT, nodes, width));
        SDVariable product = SparseMatmul.withDropout(SparseOperand.of(random(nodes, 13264)), dense, dropout, "mask");
        try (ParameterSet parameters = new ParameterSet(Map.of("x", dense.getArr()));
                CompiledProgram program = CompiledProgram.of(ProgramRequest.inference(parameters, product), this)) {
            print("Sparse product 2708 x 2708, 13264 entries, 16 columns, dropout " + dropout, () -> run(program::run));
        }
    }

    private void dropout() {
        SameDiff graph = SameDiff.create();
        SDVariable dense = graph.var("x", Nd4j.rand(DataType.FLOAT, 1000, 1000));
        SDVariable dropped = Dropout.of(dense, 0.5, "mask");
        try (ParameterSet parameters = new ParameterSet(Map.of("x", dense.getArr()));
                CompiledProgram program = CompiledProgram.of(ProgramRequest.inference(parameters, dropped), this)) {
            print("Dropout of a million elements", () -> run(program::run));
        }
    }

    private static CsrMatrix random(int nodes, int entries) {
        Random random = new Random(7);
        TreeSet<Long> places = new TreeSet<>();
        while (places.size() < entries) {
            places.add((long) random.nextInt(nodes) * nodes + random.nextInt(nodes));
        }
        int[] start = new int[nodes + 1];
        places.forEach(place -> start[(int) (place / nodes) + 1]++);
        Arrays.parallelPrefix(start, Integer::sum);
        return new CsrMatrix(nodes, nodes, start, places.stream().mapToInt(place -> (int) (place % nodes)).toArray(), random.doubles(entries).toArray());
    }

    private static int run(Runnable work) {
        work.run();
        return 0;
    }

    private static void print(String what, IntSupplier work) {
        for (int i = 0; i < WARM_UP; i++) {
            work.getAsInt();
        }
        long[] nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            work.getAsInt();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf("%-75s %8.1f us (10 %% faster than %.1f)%n", what, nanos[ROUNDS / 2] / 1e3, nanos[ROUNDS / 10] / 1e3);
    }

    @Override
    public Team team() {
        return Team.SINGLE;
    }

    @Override
    public void checkCancelled() {
        // nobody cancels
    }

    @Override
    public void checkThread() {
        // there is only one
    }
}
