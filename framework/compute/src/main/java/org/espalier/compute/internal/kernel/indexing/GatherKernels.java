package org.espalier.compute.internal.kernel.indexing;

import java.util.Optional;

import org.espalier.api.compute.op.Embedding;
import org.espalier.api.compute.op.EmbeddingGradient;
import org.espalier.compute.internal.graph.GatherGradient;
import org.espalier.compute.internal.graph.GatherNdGradient;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.KernelFactory;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.kernel.movement.Fill;
import org.espalier.compute.internal.kernel.movement.Mover;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.shape.Gather;
import org.nd4j.linalg.api.ops.impl.shape.GatherNd;

/** Gathering of slices by indices, and the gradients: slices added where they came from. */
public final class GatherKernels implements KernelFactory {
    private final Team team;

    public GatherKernels(Team team) {
        this.team = team;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        DifferentialFunction op = site.op();
        if (op instanceof GatherGradient || op instanceof GatherNdGradient || op instanceof EmbeddingGradient) {
            return Optional.of(gradient(site));
        }
        boolean gathers = op instanceof Embedding || op instanceof Gather gather && gather.numIArguments() > 0 || op instanceof GatherNd;
        boolean taken = gathers && site.inputs().size() == 2 && Mover.copies(site.type()) && Indices.areTaken(site.inputs().get(1));
        return taken && fits(site) ? Optional.of(gather(site)) : Optional.empty();
    }

    /** For an embedding there is no other way; its offsets say what is wrong. */
    private static boolean fits(Site site) {
        return site.op() instanceof Embedding || Mover.reaches(site.input()) && Mover.reaches(site.output());
    }

    private static Offsets offsets(Site site, long[] shape) {
        if (site.op() instanceof GatherNd || site.op() instanceof GatherNdGradient) {
            return Offsets.byVectors(site, 1, shape);
        }
        boolean padding = site.op() instanceof Embedding || site.op() instanceof EmbeddingGradient;
        return Offsets.along(axis(site.op(), shape.length), shape, new Indices(site, 1), padding);
    }

    private static int axis(DifferentialFunction op, int rank) {
        if (op instanceof Embedding || op instanceof EmbeddingGradient) {
            return 0;
        }
        int axis = op instanceof Gather gather ? Math.toIntExact(gather.getIArgument(0)) : ((GatherGradient) op).axis();
        return axis < 0 ? axis + rank : axis;
    }

    private Kernel gather(Site site) {
        Offsets offsets = offsets(site, site.input().shape());
        return new Gathering(Mover.copy(site.input(), site.output()), offsets, site.output(), team);
    }

    private Kernel gradient(Site site) {
        INDArray target = site.output();
        if (!Mover.adds(target.dataType()) || !Indices.areTaken(site.inputs().get(1))) {
            throw new IllegalArgumentException("The gradient of gathering for variable '" + site.name() + "' needs floats or doubles and indices of type INT or LONG, not "
                    + target.dataType() + " and " + site.inputs().get(1).dataType());
        }
        Offsets offsets = offsets(site, target.shape());
        Kernel zero = Fill.of(target, 0);
        Scattering scattering = new Scattering(Mover.add(site.input(), target, 1), offsets, Math.toIntExact(target.length()), team);
        return iteration -> {
            zero.run(iteration);
            scattering.run();
        };
    }
}
