package org.espalier.compute.internal.kernel;

import java.util.Optional;
import java.util.function.Supplier;

import org.espalier.api.compute.op.PointwisePerceptron;
import org.espalier.api.compute.op.PointwisePerceptronGradient;
import org.espalier.compute.internal.memory.NativeMemory;

/** Perceptrons that look at the same place of several maps, and their gradients. */
final class PointwisePerceptronKernels implements KernelFactory {
    private final Team team;
    private final NativeMemory memory;

    /** @param memory for hidden layers and sums */
    PointwisePerceptronKernels(Team team, NativeMemory memory) {
        this.team = team;
        this.memory = memory;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        if (!(site.op() instanceof PointwisePerceptron) && !(site.op() instanceof PointwisePerceptronGradient)) {
            return Optional.empty();
        }
        return Optional.of(switch (site.type()) {
            case FLOAT -> kernel(site, FloatVectors::new);
            case DOUBLE -> kernel(site, DoubleVectors::new);
            default -> throw new IllegalArgumentException("Pointwise perceptrons take floats and doubles, not " + site.type() + " as in variable '" + site.name() + "'");
        });
    }

    private <A> Kernel kernel(Site site, Supplier<Vectors<A>> vectors) {
        return site.op() instanceof PointwisePerceptron ? new PerceptronForward<>(site, team, vectors, memory) : new PerceptronBackward<>(site, team, vectors, memory);
    }
}
