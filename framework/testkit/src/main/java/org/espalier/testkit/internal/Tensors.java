package org.espalier.testkit.internal;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Looks at tensors and at the parameters of graphs. */
public final class Tensors {
    private Tensors() {
    }

    /** Whether shape, type and all values are equal, bit for bit. */
    public static boolean same(INDArray a, INDArray b) {
        return a.dataType() == b.dataType() && Arrays.equals(a.shape(), b.shape()) && Arrays.equals(values(a), values(b));
    }

    /** The values, row-major. */
    public static double[] values(INDArray tensor) {
        return tensor.ravel().toDoubleVector();
    }
}
