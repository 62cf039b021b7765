package org.espalier.compute.internal.kernel;

import java.util.Arrays;
import java.util.Optional;

import org.espalier.api.compute.op.GraphOp;
import org.espalier.compute.internal.graph.Traits;
import org.espalier.compute.internal.kernel.indexing.NativeIndices;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BaseOp;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.ReduceOp;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;

/** Any op of ND4J's native library, through a context that is filled once and reused. */
final class NativeKernels implements KernelFactory {
    private final OpExecutioner executioner = Nd4j.getExecutioner();

    @Override
    public Optional<Kernel> create(Site site) {
        DifferentialFunction op = site.op();
        if (Traits.isNativeRandom(op)) {
            throw new IllegalArgumentException("Op '" + op.opName() + "' of variable '" + site.name()
                    + "' cannot be compiled: its random numbers could not be repeated. Use Dropout or Noise, or feed the numbers through a placeholder");
        }
        if (op instanceof GraphOp) {
            return Optional.empty();
        }
        if (op instanceof DynamicCustomOp custom) {
            return Optional.of(NativeIndices.checked(site, custom(custom, site)));
        }
        return op instanceof Op legacy ? Optional.of(legacy(legacy, site)) : Optional.empty();
    }

    private Kernel custom(DynamicCustomOp op, Site site) {
        OpContext context = executioner.buildContext();
        context.setArgs(site.inputs().toArray(INDArray[]::new), op.iArgs(), op.dArgs(), op.tArgs(), op.bArgs());
        context.setOutputArrays(site.outputs());
        return iteration -> executioner.exec((CustomOp) op, context);
    }

    private Kernel legacy(Op op, Site site) {
        OpContext context = executioner.buildContext();
        context.setInputArray(0, site.input());
        context.setOutputArray(0, site.output());
        if (op instanceof ScalarOp scalar && site.inputs().size() == 2) {
            return iteration -> {
                scalar.setScalar(site.inputs().get(1));
                executioner.exec(op, context);
            };
        }
        if (op instanceof ReduceOp reduce && reduce.getOpType() != Op.Type.REDUCE3) {
            return reduction(op, site, context);
        }
        for (int i = 1; i < site.inputs().size(); i++) {
            context.setInputArray(i, site.inputs().get(i));
        }
        return iteration -> executioner.exec(op, context);
    }

    /** ND4J returns early, leaving the output as it was, when a vector is reduced over dimensions of size 1; as a rank-3 array it is not taken for a vector. */
    private Kernel reduction(Op op, Site site, OpContext context) {
        INDArray x = site.input();
        countFromStart(op, x);
        if (x.isVector() && x.rank() == 2 && x.length() == site.output().length()) {
            context.setInputArray(0, x.reshape(x.size(0), x.size(1), 1));
        }
        return iteration -> executioner.exec(op, context);
    }

    /** Through a context, ND4J takes dimensions that are counted from the end for others. */
    private static void countFromStart(Op op, INDArray x) {
        if (op instanceof BaseOp reduction && reduction.dimensions() != null && Arrays.stream(reduction.dimensions().toIntVector()).anyMatch(dimension -> dimension < 0)) {
            reduction.setDimensions(Shape.normalizeAxis(x.rank(), reduction.dimensions().toIntVector()));
        }
    }
}
