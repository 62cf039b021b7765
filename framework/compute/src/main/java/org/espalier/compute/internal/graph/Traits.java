package org.espalier.compute.internal.graph;

import java.util.Set;

import org.espalier.api.compute.op.Dropout;
import org.espalier.api.compute.op.Loop;
import org.espalier.api.compute.op.LoopGradient;
import org.espalier.api.compute.op.Noise;
import org.espalier.api.compute.op.SparseMatmul;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.ops.impl.shape.Reshape;
import org.nd4j.linalg.api.ops.impl.transforms.same.Identity;
import org.nd4j.linalg.api.ops.impl.shape.ExpandDims;
import org.nd4j.linalg.api.ops.impl.shape.Squeeze;

/** What compiling needs to know of an op beyond its shapes. */
public final class Traits {
    private static final Set<String> SHAPE_ONLY = Set.of("shape_of", "shapes_of", "size", "size_at", "rank", "zeroslike", "zeros_as", "ones_as");
    private static final String RANDOM = "org.nd4j.linalg.api.ops.random";

    private Traits() {
    }

    /** The output is the first input's memory under another shape. */
    public static boolean isAlias(DifferentialFunction op) {
        return op instanceof Identity || op instanceof ExpandDims || op instanceof Squeeze || op instanceof Reshape reshape && isInMemoryOrder(reshape);
    }

    /** The output follows from the inputs' shapes alone, which are static. */
    public static boolean dependsOnShapesOnly(DifferentialFunction op) {
        return SHAPE_ONLY.contains(op.opName());
    }

    /** The output differs from run to run even if the inputs do not. */
    public static boolean isNoisy(DifferentialFunction op) {
        return op instanceof Dropout || op instanceof Noise || isLoop(op) || op instanceof SparseMatmul product && product.dropout() > 0 || isNativeRandom(op);
    }

    /** Steps of a graph of its own, which may hold anything. Outputs that nobody reads need not be computed. */
    public static boolean isLoop(DifferentialFunction op) {
        return op instanceof Loop || op instanceof LoopGradient;
    }

    /** ND4J's own random ops: their generator is one for the whole process, so no run could be repeated. */
    public static boolean isNativeRandom(DifferentialFunction op) {
        return op.getClass().getPackageName().startsWith(RANDOM);
    }

    private static boolean isInMemoryOrder(Reshape reshape) {
        return reshape.numIArguments() == 0 || reshape.getIArgument(0) != Reshape.F_ORDER;
    }
}
