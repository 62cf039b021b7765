package org.espalier.data.internal.pickle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes pickles for tests, opcode by opcode or a whole value at a time. */
public final class PickleWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public PickleWriter() {
        op(0x80, 2);
    }

    public PickleWriter op(int... bytes) {
        for (int b : bytes) {
            out.write(b);
        }
        return this;
    }

    public PickleWriter text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    public PickleWriter global(String module, String name) {
        return text("c" + module + "\n" + name + "\n");
    }

    public PickleWriter number(int value) {
        out.writeBytes(ByteBuffer.allocate(5).order(ByteOrder.LITTLE_ENDIAN).put((byte) 'J').putInt(value).array());
        return this;
    }

    public PickleWriter string(String value) {
        out.writeBytes(ByteBuffer.allocate(5).order(ByteOrder.LITTLE_ENDIAN).put((byte) 'T').putInt(value.length()).array());
        return text(value);
    }

    /** An array of 4-byte integers. */
    public PickleWriter array(int[] shape, int... values) {
        global("numpy.core.multiarray", "_reconstruct").global("numpy", "ndarray").number(0).op(0x85).string("b").op(0x87, 'R', '(').number(1).op('(');
        for (int size : shape) {
            number(size);
        }
        ByteBuffer data = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            data.putInt(value);
        }
        op('t').global("numpy", "dtype").string("i4").number(0).number(1).op(0x87, 'R', '(').number(3).string("<").op('N', 'N', 'N').number(-1).number(-1).number(0).op('t', 'b');
        return op(0x89).string(new String(data.array(), StandardCharsets.ISO_8859_1)).op('t', 'b');
    }

    /** A sparse matrix. */
    public PickleWriter matrix(int rows, int cols, int[] indptr, int[] indices, int[] data) {
        global("scipy.sparse.csr", "csr_matrix").op(')', 0x81, '}', '(').string("_shape").number(rows).number(cols).op(0x86);
        string("indptr").array(new int[] {indptr.length}, indptr).string("indices").array(new int[] {indices.length}, indices);
        return string("data").array(new int[] {data.length}, data).op('u', 'b');
    }

    /** A defaultdict from each node to its neighbours. */
    public PickleWriter neighbours(int[][] lists) {
        global("collections", "defaultdict").global("__builtin__", "list").op(0x85, 'R', '(');
        for (int node = 0; node < lists.length; node++) {
            number(node).op(']', 'q', 1, '(');
            for (int other : lists[node]) {
                number(other);
            }
            op('e');
        }
        return op('u');
    }

    public byte[] bytes() {
        return out.toByteArray();
    }

    /** Ends the pickle and writes it. */
    public Path write(Path file) throws IOException {
        return Files.write(file, op('.').bytes());
    }
}
