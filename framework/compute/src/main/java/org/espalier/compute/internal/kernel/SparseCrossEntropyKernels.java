package org.espalier.compute.internal.kernel;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.espalier.compute.internal.kernel.indexing.Indices;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.loss.SparseSoftmaxCrossEntropyLossWithLogits;
import org.nd4j.linalg.api.ops.impl.loss.bp.SparseSoftmaxCrossEntropyLossWithLogitsBp;

/**
 * Softmax cross-entropy of logits [..., classes] and class numbers, one for each row: log sum over k of e^logit[k] - logit[class], and its gradient by the
 * logits. Inputs are the classes, then the logits.
 */
final class SparseCrossEntropyKernels implements KernelFactory {
    private static final int WORTH_THREADS = 1 << 13;

    private final Team team;
    private final Numbers<float[]> floats;
    private final Numbers<double[]> doubles;

    SparseCrossEntropyKernels(Team team, Numbers<float[]> floats, Numbers<double[]> doubles) {
        this.team = team;
        this.floats = floats;
        this.doubles = doubles;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        boolean gradient = site.op() instanceof SparseSoftmaxCrossEntropyLossWithLogitsBp;
        boolean known = gradient || site.op() instanceof SparseSoftmaxCrossEntropyLossWithLogits;
        if (!known || !isTaken(site)) {
            return Optional.empty();
        }
        return Optional.of(site.type() == DataType.FLOAT ? kernel(site, gradient, floats) : kernel(site, gradient, doubles));
    }

    private static boolean isTaken(Site site) {
        INDArray logits = site.inputs().get(1);
        return Numbers.areTaken(List.of(logits), site.outputs()) && Raw.isDense(logits) && Indices.areTaken(site.input())
                && site.input().length() * logits.size(-1) == logits.length();
    }

    private <A> Kernel kernel(Site site, boolean gradient, Numbers<A> numbers) {
        INDArray logits = site.inputs().get(1);
        int classes = Math.toIntExact(logits.size(-1));
        Indices labels = new Indices(site, 0);
        Memory<A> in = numbers.memory(logits);
        Memory<A> out = numbers.memory(site.output());
        Team threads = logits.length() < WORTH_THREADS ? Team.SINGLE : team;
        List<SoftmaxRow<A>> rows = IntStream.range(0, threads.size()).mapToObj(thread -> new SoftmaxRow<>(numbers.workspace(thread).vectors(), classes)).toList();
        return iteration -> {
            int[] label = labels.read(false, classes);
            threads.run(part -> {
                SoftmaxRow<A> row = rows.get(part);
                for (int r = part; r < label.length; r += threads.size()) {
                    double score = in.get(r * classes + label[r]);
                    double logSum = row.read(in, r * classes);
                    if (gradient) {
                        row.write(out, r * classes);
                        out.put(r * classes + label[r], out.get(r * classes + label[r]) - 1);
                    } else {
                        out.put(r, logSum - score);
                    }
                }
            });
        };
    }
}
