package org.espalier.compute.internal.kernel.pairs;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.espalier.api.compute.op.PairSum;
import org.espalier.api.compute.op.PairSumGradient;
import org.espalier.compute.internal.kernel.DoubleVectors;
import org.espalier.compute.internal.kernel.FloatVectors;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.KernelFactory;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.kernel.Vectors;

/** Sums over pairs of rows, and their gradient. Tiles of samples are shared out among the threads. */
public final class PairSumKernels implements KernelFactory {
    private static final int WORTH_THREADS = 1 << 14;

    private final Team team;

    public PairSumKernels(Team team) {
        this.team = team;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        if (!(site.op() instanceof PairSum) && !(site.op() instanceof PairSumGradient)) {
            return Optional.empty();
        }
        return switch (site.type()) {
            case FLOAT -> Optional.of(kernel(site, FloatVectors::new));
            case DOUBLE -> Optional.of(kernel(site, DoubleVectors::new));
            default -> throw new IllegalArgumentException("Sums over pairs take floats and doubles, not " + site.type() + " as in variable '" + site.name() + "'");
        };
    }

    private <A> Kernel kernel(Site site, Supplier<Vectors<A>> vectors) {
        PairShape shape = PairShape.ofRows(site.input());
        Team threads = site.input().length() < WORTH_THREADS ? Team.SINGLE : team;
        List<IntConsumer> work = Stream.generate(() -> work(site, new PairSumTile<>(shape, site, vectors.get()))).limit(threads.size()).toList();
        return iteration -> threads.run(part -> {
            for (int tile = part; tile < shape.tiles(); tile += threads.size()) {
                work.get(part).accept(tile);
            }
        });
    }

    private static IntConsumer work(Site site, PairSumTile<?> tile) {
        return site.op() instanceof PairSum ? tile::forward : tile::backward;
    }
}
