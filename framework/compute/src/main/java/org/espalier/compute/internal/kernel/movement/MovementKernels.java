package org.espalier.compute.internal.kernel.movement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.KernelFactory;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Permuting, slicing, joining, tiling, padding, and the gradients of these, for elements of 4 and 8 bytes. Sums of gradients are done by one thread. */
public final class MovementKernels implements KernelFactory {
    private final Team team;

    public MovementKernels(Team team) {
        this.team = team;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        if (!Stream.concat(site.inputs().stream(), site.outputs().stream()).allMatch(MovementKernels::isTaken)) {
            return Optional.empty();
        }
        List<long[]> inputs = site.inputs().stream().map(INDArray::shape).toList();
        List<long[]> outputs = site.outputs().stream().map(INDArray::shape).toList();
        return Reads.of(site.op(), inputs, outputs).flatMap(reads -> read(site, reads))
                .or(() -> Writes.of(site.op(), site.inputs(), outputs.get(0)).flatMap(writes -> write(site, writes)));
    }

    private static boolean isTaken(INDArray array) {
        return Mover.copies(array.dataType()) && array.length() > 0 && array.length() < Integer.MAX_VALUE / Long.BYTES && Raw.isDense(array);
    }

    private Optional<Kernel> read(Site site, Reads reads) {
        INDArray source = site.inputs().get(reads.input());
        List<Kernel> walks = new ArrayList<>();
        for (int i = 0; i < reads.regions().size(); i++) {
            INDArray target = site.outputs().get(i);
            Region region = reads.regions().get(i);
            if (region.length() != target.length() || source.dataType() != target.dataType()) {
                return Optional.empty();
            }
            walks.add(new Walk(Mover.copy(source, target), region, Region.of(target.shape()).as(region.shape()), team));
        }
        return Optional.of(inOrder(walks));
    }

    private Optional<Kernel> write(Site site, Writes writes) {
        INDArray target = site.output();
        List<Kernel> walks = new ArrayList<>();
        if (!writes.coversAll()) {
            walks.add(Fill.of(target, writes.rest()));
        }
        for (int i = 0; i < writes.regions().size(); i++) {
            INDArray source = site.inputs().get(writes.input() + i);
            Region region = writes.regions().get(i);
            if (region.length() != source.length() || source.dataType() != target.dataType()) {
                return Optional.empty();
            }
            Region from = Region.of(source.shape()).as(region.shape());
            walks.add(writes.adds() ? new Walk(Mover.add(source, target, 1), from, region, Team.SINGLE) : new Walk(Mover.copy(source, target), from, region, team));
        }
        return Optional.of(inOrder(walks));
    }

    private static Kernel inOrder(List<Kernel> kernels) {
        if (kernels.size() == 1) {
            return kernels.get(0);
        }
        Kernel[] all = kernels.toArray(Kernel[]::new);
        return iteration -> {
            for (Kernel kernel : all) {
                kernel.run(iteration);
            }
        };
    }
}
