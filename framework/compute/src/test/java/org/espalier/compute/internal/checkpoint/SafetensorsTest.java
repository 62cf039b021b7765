package org.espalier.compute.internal.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.espalier.api.error.DataException;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SafetensorsTest {
    @Test
    void readsWhatItWrote() throws IOException {
        Map<String, INDArray> tensors = tensors(1);
        Map<String, INDArray> others = tensors(0);

        Map<String, String> metadata = Safetensors.read(new ByteArrayInputStream(written(tensors)), others);

        assertEquals(Map.of("iteration", "7"), metadata);
        assertEquals(tensors, others);
    }

    @Test
    void followsTheFormat() throws IOException {
        byte[] bytes = written(tensors(1));
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int header = (int) buffer.getLong(0);
        String json = new String(bytes, 8, header, StandardCharsets.UTF_8);

        assertTrue(json.startsWith("{\"__metadata__\":{\"iteration\":\"7\"}"), json);
        assertTrue(json.contains("\"data_offsets\":[0,24]"), json);
        assertEquals(0, header % 8);
        assertEquals(2f, buffer.getFloat(8 + header + 4));
        assertEquals(8 + header + 24 + 80_000, bytes.length);
    }

    @Test
    void refusesATruncatedFile() throws IOException {
        byte[] bytes = written(tensors(1));

        assertRefused("it ends within tensor 'b', 1 bytes short", Arrays.copyOf(bytes, bytes.length - 1));
        assertRefused("it ends within the header", Arrays.copyOf(bytes, 20));
        assertRefused("it ends within the header's length", Arrays.copyOf(bytes, 3));
    }

    @Test
    void refusesWhatIsNoSafetensorsFile() {
        assertRefused("no safetensors file", "PK and then some text".getBytes(StandardCharsets.UTF_8));
        assertRefused("its header is no JSON", withHeader("{\"a\": oops}   "));
        assertRefused("its header is no JSON object", withHeader("[1, 2, 3]"));
    }

    @Test
    void namesTheFirstTensorThatDiffers() throws IOException {
        Map<String, INDArray> tensors = tensors(1);
        tensors.put("a", Nd4j.create(DataType.FLOAT, 3, 2));
        assertRefused("shape of tensor 'a' is [3,2], but [2,3] was expected", written(tensors));

        tensors.put("a", Nd4j.create(DataType.INT32, 2, 3));
        assertRefused("dtype of tensor 'a' is \"I32\", but \"F32\" was expected", written(tensors));

        tensors.remove("a");
        assertRefused("tensor 'a' is missing", written(tensors));
    }

    @Test
    void namesATensorThatIsTooMany() throws IOException {
        Map<String, INDArray> tensors = tensors(1);
        tensors.put("c", Nd4j.create(DataType.FLOAT, 1));

        assertRefused("it has a tensor 'c'", written(tensors));
    }

    private static void assertRefused(String reason, byte[] bytes) {
        DataException refusal = assertThrows(DataException.class, () -> Safetensors.read(new ByteArrayInputStream(bytes), tensors(0)));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    private static byte[] written(Map<String, INDArray> tensors) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Safetensors.write(out, tensors, Map.of("iteration", "7"));
        return out.toByteArray();
    }

    private static byte[] withHeader(String header) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).put(text).array();
    }

    /** One tensor smaller and one larger than what is copied at once. */
    private static Map<String, INDArray> tensors(int factor) {
        Map<String, INDArray> tensors = new LinkedHashMap<>();
        tensors.put("a", Nd4j.linspace(1, 6, 6, DataType.FLOAT).reshape(2, 3).mul(factor));
        tensors.put("b", Nd4j.linspace(1, 10_000, 10_000, DataType.DOUBLE).mul(factor));
        return tensors;
    }
}
