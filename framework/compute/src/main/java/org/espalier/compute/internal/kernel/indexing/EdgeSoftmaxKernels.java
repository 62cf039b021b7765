package org.espalier.compute.internal.kernel.indexing;

import java.util.Optional;

import org.espalier.api.compute.op.EdgeSoftmax;
import org.espalier.api.compute.op.EdgeSoftmaxGradient;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.KernelFactory;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.kernel.movement.Mover;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Softmax over the edges of each node and its gradient. Each node is one thread's. */
public final class EdgeSoftmaxKernels implements KernelFactory {
    private static final int WORTH_THREADS = 1 << 13;

    private final Team team;

    public EdgeSoftmaxKernels(Team team) {
        this.team = team;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        if (site.op() instanceof EdgeSoftmax softmax) {
            requireFloating(site);
            EdgeRows rows = new EdgeRows(softmax.edges().rowStart(), heads(site), site.type() == DataType.FLOAT);
            return Optional.of(rows.softmax(Values.of(site.input()), Values.of(site.output()), threads(site)));
        }
        if (site.op() instanceof EdgeSoftmaxGradient gradient) {
            requireFloating(site);
            EdgeRows rows = new EdgeRows(gradient.edges().rowStart(), heads(site), site.type() == DataType.FLOAT);
            return Optional.of(rows.gradient(Values.of(site.input()), Values.of(site.inputs().get(1)), Values.of(site.output()), threads(site)));
        }
        return Optional.empty();
    }

    private Team threads(Site site) {
        return site.output().length() < WORTH_THREADS ? Team.SINGLE : team;
    }

    private static int heads(Site site) {
        INDArray scores = site.output();
        return scores.rank() == 1 ? 1 : Math.toIntExact(scores.size(1));
    }

    private static void requireFloating(Site site) {
        if (!Mover.adds(site.type())) {
            throw new IllegalArgumentException("Softmax over edges takes floats and doubles, not " + site.type() + " as in variable '" + site.name() + "'");
        }
    }
}
