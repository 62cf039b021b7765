package org.espalier.compute.internal.kernel.indexing;

import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Locale;

import org.espalier.api.error.InputException;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An input of integers that are places in an array. */
public final class Indices {
    /** Stands for no place, where that is allowed. */
    public static final int PADDING = -1;

    private final LongBuffer longs;
    private final IntBuffer ints;
    private final int[] indices;
    private final SDVariable variable;

    /**
     * @param site  an op
     * @param input which of its inputs
     */
    public Indices(Site site, int input) {
        this(site.inputs().get(input), site.op().arg(input));
    }

    Indices(INDArray array, SDVariable variable) {
        boolean wide = array.dataType().width() > Integer.BYTES;
        this.longs = wide ? Raw.bytes(array).asByteBuffer().asLongBuffer() : null;
        this.ints = wide ? null : Raw.bytes(array).asByteBuffer().asIntBuffer();
        this.indices = new int[Math.toIntExact(array.length())];
        this.variable = variable;
    }

    /** Whether an array can be read as indices. */
    public static boolean areTaken(INDArray array) {
        return array.dataType().isIntType() && array.dataType().width() >= Integer.BYTES && Raw.isDense(array) && array.length() > 0;
    }

    int count() {
        return indices.length;
    }

    /**
     * The indices as they are now, checked. The array is used again at the next call.
     *
     * @param padding whether {@link #PADDING} is allowed
     * @param sizes   index i is below the size at place i, the sizes being repeated
     */
    public int[] read(boolean padding, int... sizes) {
        if (longs == null) {
            ints.get(0, indices);
        } else {
            narrow(sizes);
        }
        int least = padding ? PADDING : 0;
        for (int i = 0, s = 0; i < indices.length; i++) {
            if (indices[i] < least || indices[i] >= sizes[s]) {
                throw outside(i, indices[i], sizes[s], padding);
            }
            s = s + 1 < sizes.length ? s + 1 : 0;
        }
        return indices;
    }

    private void narrow(int... sizes) {
        for (int i = 0; i < indices.length; i++) {
            long index = longs.get(i);
            indices[i] = (int) index;
            if (indices[i] != index) {
                throw outside(i, index, sizes[i % sizes.length], false);
            }
        }
    }

    private InputException outside(int place, long index, int size, boolean padding) {
        SDVariable origin = origin(variable);
        return new InputException("Values of " + origin.getVariableType().name().toLowerCase(Locale.ROOT) + " '" + origin.name() + "' are used as indices, and the one at place "
                + place + " is " + index + ", but what they index has size " + size + ": expected 0 to " + (size - 1) + (padding ? ", or -1 for none" : ""));
    }

    /** The variable that these indices were reshaped or sliced from. */
    private static SDVariable origin(SDVariable variable) {
        SDVariable origin = variable;
        DifferentialFunction producer = variable.getSameDiff().getVariableOutputOp(variable.name());
        while (producer != null && producer.args().length > 0) {
            origin = producer.arg(0);
            producer = origin.getSameDiff().getVariableOutputOp(origin.name());
        }
        return origin;
    }
}
