package org.espalier.data.internal.pickle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.espalier.data.numpy.NumpyArray;

/** NumPy's {@code ndarray}. */
final class PickledArray implements Buildable {
    private final String file;
    private NumpyArray array;

    PickledArray(String file) {
        this.file = file;
        this.array = new NumpyArray(file, "|O", false, new int[] {0}, new byte[0]);
    }

    /** State: version, shape, type, Fortran order, raw bytes. */
    @Override
    public void build(Object state) {
        Object[] parts = (Object[]) state;
        int[] shape = sizes(parts[1]);
        byte[] data = ((String) parts[4]).getBytes(StandardCharsets.ISO_8859_1);
        array = new NumpyArray(file, ((PickledType) parts[2]).name(), (Boolean) parts[3], shape, data);
    }

    NumpyArray array() {
        return array;
    }

    /** A shape, pickled as a tuple of numbers. */
    static int[] sizes(Object tuple) {
        return Arrays.stream((Object[]) tuple).mapToInt(size -> (Integer) size).toArray();
    }
}
