package org.espalier.compute.internal.kernel;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.espalier.compute.internal.kernel.Gemm.Block;
import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A pointwise perceptron's gradients, tile by tile. With D the gradient by the output where a hidden value is above 0, and M = maps D^T, that by U1 is M with
 * each column times its number in U2, and that by U2 the inner products of the columns of U1 and M.
 *
 * <p>
 * Tiles form groups, by the shape alone; each group sums its own M, and these are added in their order, so the thread count does not show.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class PerceptronBackward<A> implements Kernel {
    private static final int MOST_GROUPS = 32;

    private final Memory<A> first;
    private final Memory<A> second;
    private final Memory<A> gradient;
    private final Memory<A> byFirst;
    private final Memory<A> bySecond;
    private final Memory<A> weighted;
    private final List<INDArray> products;
    private final List<Memory<A>> sums;
    private final int places;
    private final int tileCount;
    private final Team team;
    private final List<Hand<A>> hands;

    /** What a thread works with. */
    private record Hand<A>(PerceptronTile<A> tile, Block weighted, Block byMaps) {
    }

    PerceptronBackward(Site site, Team team, Supplier<Vectors<A>> vectors, NativeMemory memory) {
        Vectors<A> any = vectors.get();
        INDArray u1 = site.input();
        int inner = Math.toIntExact(u1.size(1));
        this.first = any.memory(u1);
        this.second = any.memory(site.inputs().get(1));
        this.gradient = any.memory(site.inputs().get(3));
        this.byFirst = any.memory(site.output());
        this.bySecond = any.memory(site.outputs().get(1));
        INDArray factor = memory.array(u1.dataType(), u1.shape());
        this.weighted = any.memory(factor);
        this.places = PerceptronTile.places(inner);
        this.tileCount = (gradient.size() + places - 1) / places;
        this.products = IntStream.range(0, Math.min(MOST_GROUPS, tileCount)).mapToObj(group -> memory.array(u1.dataType(), u1.shape())).toList();
        this.sums = products.stream().map(any::memory).toList();
        this.team = team;
        this.hands = Stream.generate(() -> new Hand<>(new PerceptronTile<>(u1, site.inputs().get(2), vectors.get(), memory), Block.of(factor, inner),
                Block.of(site.outputs().get(2), gradient.size()))).limit(team.size()).toList();
    }

    @Override
    public void run(long iteration) {
        int inner = second.size();
        for (int i = 0; i < first.size(); i++) {
            weighted.put(i, first.get(i) * second.get(i % inner));
        }
        team.run(part -> {
            for (int group = part; group < products.size(); group += team.size()) {
                sum(group, hands.get(part));
            }
        });
        byMatrices(inner);
    }

    private void sum(int group, Hand<A> hand) {
        Raw.clear(products.get(group));
        Block sum = Block.of(products.get(group), second.size());
        int end = (int) ((group + 1L) * tileCount / products.size());
        for (int t = (int) ((long) group * tileCount / products.size()); t < end; t++) {
            int from = t * places;
            hand.tile.backward(from, Math.min(places, gradient.size() - from), gradient, sum, hand.weighted, hand.byMaps);
        }
    }

    private void byMatrices(int inner) {
        double[] columns = new double[inner];
        for (int i = 0; i < first.size(); i++) {
            int place = i;
            double product = sums.stream().mapToDouble(sum -> sum.get(place)).sum();
            byFirst.put(i, product * second.get(i % inner));
            columns[i % inner] += product * first.get(i);
        }
        for (int j = 0; j < inner; j++) {
            bySecond.put(j, columns[j]);
        }
    }
}
