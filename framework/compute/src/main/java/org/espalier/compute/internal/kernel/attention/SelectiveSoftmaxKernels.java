package org.espalier.compute.internal.kernel.attention;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.espalier.api.compute.op.SelectiveSoftmax;
import org.espalier.api.compute.op.SelectiveSoftmaxGradient;
import org.espalier.compute.internal.kernel.DoubleVectors;
import org.espalier.compute.internal.kernel.FloatVectors;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.KernelFactory;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.kernel.Vectors;

/** Softmax over selected neighbours and its gradient. Samples are shared out among the threads. */
public final class SelectiveSoftmaxKernels implements KernelFactory {
    private static final int WORTH_THREADS = 1 << 13;

    private final Team team;

    public SelectiveSoftmaxKernels(Team team) {
        this.team = team;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        if (!(site.op() instanceof SelectiveSoftmax) && !(site.op() instanceof SelectiveSoftmaxGradient)) {
            return Optional.empty();
        }
        return switch (site.type()) {
            case FLOAT -> Optional.of(kernel(site, FloatVectors::new));
            case DOUBLE -> Optional.of(kernel(site, DoubleVectors::new));
            default -> throw new IllegalArgumentException("Selective softmax takes floats and doubles, not " + site.type() + " as in variable '" + site.name() + "'");
        };
    }

    private <A> Kernel kernel(Site site, Supplier<Vectors<A>> vectors) {
        NeighbourShape shape = NeighbourShape.of(site.inputs().get(1));
        if (site.op() instanceof SelectiveSoftmax op) {
            return shared(shape, () -> new SoftmaxSample<>(shape, op.k(), op.strict(), site, vectors.get())::work);
        }
        return shared(shape, () -> new GradientSample<>(shape, site, vectors.get())::work);
    }

    private Kernel shared(NeighbourShape shape, Supplier<IntConsumer> work) {
        Team threads = shape.place(shape.batch(), 0) < WORTH_THREADS ? Team.SINGLE : team;
        List<IntConsumer> ofThreads = Stream.generate(work).limit(threads.size()).toList();
        return iteration -> threads.run(part -> {
            for (int sample = part; sample < shape.batch(); sample += threads.size()) {
                ofThreads.get(part).accept(sample);
            }
        });
    }
}
