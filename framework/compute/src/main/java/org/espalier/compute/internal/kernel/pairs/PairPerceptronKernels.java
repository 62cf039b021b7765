package org.espalier.compute.internal.kernel.pairs;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.espalier.api.compute.op.PairPerceptron;
import org.espalier.api.compute.op.PairPerceptronGradient;
import org.espalier.compute.internal.kernel.DoubleVectors;
import org.espalier.compute.internal.kernel.FloatVectors;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.KernelFactory;
import org.espalier.compute.internal.kernel.MatmulKernels;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.kernel.Vectors;
import org.espalier.compute.internal.memory.NativeMemory;

/** Perceptrons on products of pairs, and their gradients. Tiles of samples are shared out among the threads. */
public final class PairPerceptronKernels implements KernelFactory {
    private final Team team;
    private final NativeMemory memory;
    private final MatmulKernels matmul = new MatmulKernels(Team.SINGLE);

    /** @param memory for what products read and write */
    public PairPerceptronKernels(Team team, NativeMemory memory) {
        this.team = team;
        this.memory = memory;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        if (!(site.op() instanceof PairPerceptron) && !(site.op() instanceof PairPerceptronGradient)) {
            return Optional.empty();
        }
        return switch (site.type()) {
            case FLOAT -> Optional.of(kernel(site, FloatVectors::new));
            case DOUBLE -> Optional.of(kernel(site, DoubleVectors::new));
            default -> throw new IllegalArgumentException("Pair perceptrons take floats and doubles, not " + site.type() + " as in variable '" + site.name() + "'");
        };
    }

    private <A> Kernel kernel(Site site, Supplier<Vectors<A>> vectors) {
        return site.op() instanceof PairPerceptron ? forward(PairShape.of(site), site, vectors) : backward(PairShape.of(site), site, vectors);
    }

    private <A> Kernel forward(PairShape shape, Site site, Supplier<Vectors<A>> vectors) {
        List<ForwardTile<A>> threads = Stream.generate(() -> new ForwardTile<>(shape, site, vectors.get(), matmul, memory)).limit(team.size()).toList();
        return iteration -> team.run(part -> {
            threads.get(part).begin();
            for (int tile = part; tile < shape.tiles(); tile += team.size()) {
                threads.get(part).work(tile);
            }
        });
    }

    private <A> Kernel backward(PairShape shape, Site site, Supplier<Vectors<A>> vectors) {
        List<ParameterSums<A>> sums = site.outputs().subList(1, 4).stream().map(gradient -> new ParameterSums<>(gradient, shape.tiles(), vectors.get())).toList();
        List<BackwardTile<A>> threads = Stream.generate(() -> new BackwardTile<>(shape, site, sums, vectors.get(), matmul, memory)).limit(team.size()).toList();
        return iteration -> {
            team.run(part -> {
                threads.get(part).begin();
                for (int tile = part; tile < shape.tiles(); tile += team.size()) {
                    threads.get(part).work(tile);
                }
            });
            sums.forEach(ParameterSums::store);
        };
    }
}
