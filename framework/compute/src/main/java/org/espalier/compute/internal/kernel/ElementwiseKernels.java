package org.espalier.compute.internal.kernel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BiasAdd;
import org.nd4j.linalg.api.ops.impl.broadcast.BiasAddGrad;

/** Element-wise ops in single precision with broadcasting, and their gradients, which sum over what was broadcast. */
final class ElementwiseKernels implements KernelFactory {
    private final Team team;
    private final Scratch scratch;

    ElementwiseKernels(Team team, Scratch scratch) {
        this.team = team;
        this.scratch = scratch;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        if (!Pieces.areTaken(site.inputs(), site.outputs()) || !isAlongLastDimension(site)) {
            return Optional.empty();
        }
        return loop(site.op()).flatMap(loop -> pieces(site).kernel(loop, team, scratch));
    }

    /** A bias may belong to the second dimension instead. */
    private static boolean isAlongLastDimension(Site site) {
        return !(site.op() instanceof BiasAdd || site.op() instanceof BiasAddGrad) || site.input().rank() == 2;
    }

    private static Optional<Loop> loop(DifferentialFunction op) {
        String name = op.opName();
        return switch (name) {
            case "elu" -> Optional.of(Functions.elu(argument(op, 1)));
            case "elu_bp" -> Optional.of(Functions.eluGradient(argument(op, 1)));
            case "thresholdedrelu_bp" -> Optional.of(Functions.reluGradient(argument(op, 0)));
            default -> Optional.ofNullable(Arithmetic.loops().getOrDefault(name, Functions.loops().get(name)));
        };
    }

    private static float argument(DifferentialFunction op, double otherwise) {
        double[] arguments = ((DynamicCustomOp) op).tArgs();
        return (float) (arguments.length == 0 ? otherwise : arguments[0]);
    }

    private static Pieces pieces(Site site) {
        Pieces pieces = new Pieces(Stream.concat(site.outputs().stream(), site.inputs().stream()).max(Comparator.comparingLong(INDArray::length)).orElseThrow());
        site.inputs().forEach(pieces::read);
        if (site.op() instanceof ScalarOp scalar && site.inputs().size() == 1) {
            float value = scalar.scalar().getFloat(0);
            pieces.read((from, count, to) -> Arrays.fill(to, 0, count, value));
        }
        site.outputs().forEach(pieces::write);
        return pieces;
    }
}
