package org.espalier.compute.internal.kernel.movement;

import org.bytedeco.javacpp.Pointer;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Sets all elements of an array to one value. */
public final class Fill {
    private Fill() {
    }

    /** A kernel for a dense array. */
    public static Kernel of(INDArray target, double value) {
        if (value == 0) {
            long bytes = target.length() * target.dataType().width();
            Pointer start = Raw.bytes(target);
            return iteration -> Pointer.memset(start, 0, bytes);
        }
        return iteration -> target.assign(value);
    }
}
