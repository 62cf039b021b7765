package org.espalier.compute.internal.kernel.indexing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.KernelFactory;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.kernel.movement.Fill;
import org.espalier.compute.internal.kernel.movement.Mover;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scatter.ScatterAdd;
import org.nd4j.linalg.api.ops.impl.scatter.ScatterSub;
import org.nd4j.linalg.api.ops.impl.scatter.ScatterUpdate;
import org.nd4j.linalg.api.ops.impl.shape.OneHot;

/** Copies of an array of which some rows are added to, subtracted from, or replaced, the last of several updates of a row being kept; and one-hot rows. */
public final class ScatterKernels implements KernelFactory {
    private final Team team;

    public ScatterKernels(Team team) {
        this.team = team;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        boolean floating = Mover.adds(site.type());
        if (site.op() instanceof OneHot hot && floating && site.inputs().size() == 1 && Indices.areTaken(site.input())) {
            return Optional.of(oneHot(site, hot));
        }
        boolean known = site.op() instanceof ScatterAdd || site.op() instanceof ScatterSub || site.op() instanceof ScatterUpdate;
        boolean taken = known && floating && site.inputs().size() == 3 && Indices.areTaken(site.inputs().get(1)) && isRows(site);
        return taken ? Optional.of(scatter(site)) : Optional.empty();
    }

    /** Whether there is one row of updates for each index. */
    private static boolean isRows(Site site) {
        INDArray array = site.input();
        INDArray updates = site.inputs().get(2);
        return array.rank() > 0 && Mover.reaches(array) && Mover.reaches(updates) && array.length() > 0 && Raw.isDense(array) && Raw.isDense(updates) && updates.dataType() == array.dataType()
                && updates.length() * array.size(0) == site.inputs().get(1).length() * array.length();
    }

    private Kernel scatter(Site site) {
        INDArray array = site.input();
        INDArray target = site.output();
        INDArray updates = site.inputs().get(2);
        Mover mover = site.op() instanceof ScatterUpdate ? Mover.copy(updates, target) : Mover.add(updates, target, site.op() instanceof ScatterSub ? -1 : 1);
        Offsets offsets = Offsets.along(0, array.shape(), new Indices(site, 1), false);
        Scattering scattering = new Scattering(mover, offsets, Math.toIntExact(target.length()), team);
        return iteration -> {
            Raw.copy(array, target);
            scattering.run();
        };
    }

    /** Arguments are the axis and its length, then the values at the index and elsewhere. Indices outside of the axis set nothing. */
    private static Kernel oneHot(Site site, OneHot op) {
        INDArray indices = site.input();
        int axis = Math.toIntExact(op.getIArgument(0) < 0 ? op.getIArgument(0) + site.output().rank() : op.getIArgument(0));
        int depth = Math.toIntExact(site.output().size(axis));
        int inner = Math.toIntExact(site.output().stride(axis));
        double on = op.numTArguments() > 0 ? op.getTArgument(0) : 1;
        Kernel off = Fill.of(site.output(), op.numTArguments() > 1 ? op.getTArgument(1) : 0);
        Values target = Values.of(site.output());
        boolean ints = indices.dataType().width() == Integer.BYTES;
        ByteBuffer bytes = Raw.bytes(indices).asByteBuffer().order(ByteOrder.nativeOrder());
        return iteration -> {
            off.run(iteration);
            for (int i = 0; i < indices.length(); i++) {
                long index = ints ? bytes.getInt(i * Integer.BYTES) : bytes.getLong(i * Long.BYTES);
                if (index >= 0 && index < depth) {
                    target.put((i / inner * depth + (int) index) * inner + i % inner, on);
                }
            }
        };
    }
}
