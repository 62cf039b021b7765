package org.espalier.compute.internal.kernel.movement;

import java.util.Optional;

import org.nd4j.linalg.api.ops.DynamicCustomOp;

/** The regions that slices with static bounds take. */
final class Slices {
    /** Integer arguments of a strided slice: these masks, then begin, end and step of each axis. A mask has a bit for each axis. */
    private static final int BEGIN_MASK = 0;
    private static final int ELLIPSIS_MASK = 1;
    private static final int END_MASK = 2;
    private static final int NEW_AXIS_MASK = 3;
    private static final int SHRINK_MASK = 4;
    private static final int MASKS = 5;

    private Slices() {
    }

    /** A slice whose arguments are the begin of each axis, then the size of each. */
    static Region slice(DynamicCustomOp op, Region whole, long[] size) {
        Region region = whole;
        for (int axis = 0; axis < size.length; axis++) {
            region = region.part(axis, op.getIArgument(axis), 1, size[axis]);
        }
        return region;
    }

    /** Empty if bounds are not static, or the slice adds axes or leaves some out by an ellipsis. */
    static Optional<Region> strided(DynamicCustomOp op, Region whole) {
        int count = (op.numIArguments() - MASKS) / 3;
        if (count < 1 || op.getIArgument(ELLIPSIS_MASK) != 0 || op.getIArgument(NEW_AXIS_MASK) != 0) {
            return Optional.empty();
        }
        Region region = whole;
        for (int axis = 0; axis < count; axis++) {
            region = part(op, region, axis, count);
        }
        for (int axis = count - 1; axis >= 0; axis--) {
            region = isSet(op, SHRINK_MASK, axis) ? region.without(axis) : region;
        }
        return Optional.of(region);
    }

    private static Region part(DynamicCustomOp op, Region region, int axis, int count) {
        long size = region.shape()[axis];
        long step = op.getIArgument(MASKS + 2 * count + axis);
        if (step < 1) {
            // ND4J makes an empty array of it, and its gradient ends the process
            throw new IllegalArgumentException("A strided slice needs steps of 1 or more, not " + step + ": use reverse to go backwards");
        }
        long begin = isSet(op, BEGIN_MASK, axis) ? 0 : place(op.getIArgument(MASKS + axis), size);
        if (isSet(op, SHRINK_MASK, axis)) {
            return region.part(axis, begin, 1, 1);
        }
        long end = isSet(op, END_MASK, axis) ? size : place(op.getIArgument(MASKS + count + axis), size);
        return region.part(axis, begin, step, Math.max(0, (end - begin + step - 1) / step));
    }

    /** Counts negative bounds from the end, and keeps bounds in the axis. */
    private static long place(long bound, long size) {
        return Math.max(0, Math.min(bound < 0 ? bound + size : bound, size));
    }

    private static boolean isSet(DynamicCustomOp op, int mask, int axis) {
        return (op.getIArgument(mask) >> axis & 1) != 0;
    }
}
