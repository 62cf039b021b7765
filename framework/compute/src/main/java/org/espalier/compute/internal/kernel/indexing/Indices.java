package org.espalier.compute.internal.kernel.indexing;

import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Locale;
import java.util.function.IntToLongFunction;

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

    private final IntToLongFunction source;
    private final int count;
    private final SDVariable variable;

    /**
     * @param site  an op
     * @param input which of its inputs
     */
    public Indices(Site site, int input) {
        this(site.inputs().get(input), site.op().arg(input));
    }

    Indices(INDArray array, SDVariable variable) {
        this.source = source(array);
        this.count = Math.toIntExact(array.length());
        this.variable = variable;
    }

    /** Whether an array can be read as indices. */
    static boolean areTaken(INDArray array) {
        return array.dataType().isIntType() && array.dataType().width() >= Integer.BYTES && Raw.isDense(array) && array.length() > 0;
    }

    private static IntToLongFunction source(INDArray array) {
        if (array.dataType().width() == Integer.BYTES) {
            IntBuffer ints = Raw.bytes(array).asByteBuffer().asIntBuffer();
            return ints::get;
        }
        LongBuffer longs = Raw.bytes(array).asByteBuffer().asLongBuffer();
        return longs::get;
    }

    int count() {
        return count;
    }

    /** One index, in [0, size). */
    public int get(int i, int size) {
        long index = source.applyAsLong(i);
        if (index < 0 || index >= size) {
            throw outside(i, size, "");
        }
        return (int) index;
    }

    /** One index, in [0, size) or {@link #PADDING}. */
    public int getOrPadding(int i, int size) {
        long index = source.applyAsLong(i);
        if (index < PADDING || index >= size) {
            throw outside(i, size, ", or -1 for none");
        }
        return (int) index;
    }

    private InputException outside(int i, int size, String alternative) {
        SDVariable origin = origin(variable);
        return new InputException("Values of " + origin.getVariableType().name().toLowerCase(Locale.ROOT) + " '" + origin.name() + "' are used as indices, and the one at place "
                + i + " is " + source.applyAsLong(i) + ", but what they index has size " + size + ": expected 0 to " + (size - 1) + alternative);
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
