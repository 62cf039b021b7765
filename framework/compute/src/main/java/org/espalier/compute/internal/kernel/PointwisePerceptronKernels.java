package org.espalier.compute.internal.kernel;

import java.util.Optional;

import org.espalier.api.compute.op.PointwisePerceptron;
import org.espalier.api.compute.op.PointwisePerceptronGradient;
import org.nd4j.linalg.api.buffer.DataType;

/** Perceptrons that look at the same place of several maps, and their gradients. */
final class PointwisePerceptronKernels implements KernelFactory {
    private final Team team;

    PointwisePerceptronKernels(Team team) {
        this.team = team;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        if (site.op() instanceof PointwisePerceptron) {
            return Optional.of(new PerceptronForward(checked(site), team));
        }
        return site.op() instanceof PointwisePerceptronGradient ? Optional.of(new PerceptronBackward(checked(site), team)) : Optional.empty();
    }

    private static Site checked(Site site) {
        if (site.type() != DataType.FLOAT && site.type() != DataType.DOUBLE) {
            throw new IllegalArgumentException("Pointwise perceptrons take floats and doubles, not " + site.type() + " as in variable '" + site.name() + "'");
        }
        return site;
    }
}
