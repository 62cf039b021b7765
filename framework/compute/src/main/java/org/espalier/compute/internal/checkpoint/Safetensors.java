package org.espalier.compute.internal.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

import org.bytedeco.javacpp.BytePointer;
import org.espalier.api.error.DataException;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The safetensors format: 8 bytes header length (little-endian), a JSON header with type, shape and place of each tensor, then the
 * tensors' bytes in C order. Reads only what has exactly the tensors expected.
 */
public final class Safetensors {
    private static final int CHUNK = 1 << 16;
    private static final long LONGEST_HEADER = 100_000_000;

    private Safetensors() {
    }

    /** Writes dense arrays in the map's order. */
    public static void write(OutputStream out, Map<String, INDArray> tensors, Map<String, String> metadata) throws IOException {
        byte[] header = Header.of(tensors, metadata);
        out.write(littleEndian(8).putLong(header.length).array());
        out.write(header);
        byte[] chunk = new byte[CHUNK];
        for (INDArray tensor : tensors.values()) {
            BytePointer bytes = Raw.bytes(tensor);
            for (long at = 0; at < bytes.capacity(); at += CHUNK) {
                int length = (int) Math.min(CHUNK, bytes.capacity() - at);
                part(bytes, at, length).get(chunk, 0, length);
                out.write(chunk, 0, length);
            }
        }
    }

    /**
     * Fills dense arrays and returns the metadata. Stops right behind the last tensor.
     *
     * @throws DataException if the stream is not what {@link #write} writes for such arrays; some may have been filled then
     */
    public static Map<String, String> read(InputStream in, Map<String, INDArray> tensors) throws IOException {
        long length = littleEndian(8).put(0, exactly(in, 8, "the header's length")).getLong(0);
        if (length < 2 || length > LONGEST_HEADER) {
            throw new DataException("Tensor file: it starts with a header length of " + length + ", so this is no safetensors file");
        }
        Map<String, String> metadata = Header.check(exactly(in, (int) length, "the header"), tensors);
        for (Map.Entry<String, INDArray> tensor : tensors.entrySet()) {
            BytePointer bytes = Raw.bytes(tensor.getValue());
            for (long at = 0; at < bytes.capacity(); at += CHUNK) {
                int part = (int) Math.min(CHUNK, bytes.capacity() - at);
                part(bytes, at, part).put(exactly(in, part, "tensor '" + tensor.getKey() + "'"));
            }
        }
        return metadata;
    }

    private static byte[] exactly(InputStream in, int length, String what) throws IOException {
        byte[] read = in.readNBytes(length);
        if (read.length < length) {
            throw new DataException("Tensor file: it ends within " + what + ", " + (length - read.length) + " bytes short; it was not written completely");
        }
        return read;
    }

    private static ByteBuffer part(BytePointer bytes, long from, int length) {
        return new BytePointer(bytes).position(from).limit(from + length).asByteBuffer();
    }

    private static ByteBuffer littleEndian(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
