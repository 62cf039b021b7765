package org.espalier.api.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.espalier.api.error.DataException;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SafetensorsTest {
    private static byte[] written(Map<String, INDArray> tensors) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Safetensors.write(tensors, out);
        return out.toByteArray();
    }

    private static Map<String, INDArray> read(byte[] bytes) throws IOException {
        return Safetensors.read("w.safetensors", new ByteArrayInputStream(bytes));
    }

    @Test
    void givesBackNamesOrderTypesShapesAndValues() throws IOException {
        Map<String, INDArray> tensors = new LinkedHashMap<>();
        tensors.put("z", Nd4j.createFromArray(new float[][] {{1, 2, 3}, {4, 5, 6}}));
        tensors.put("transposed", Nd4j.createFromArray(new double[][] {{1, 2, 3}, {4, 5, 6}}).transpose());
        tensors.put("scalar", Nd4j.scalar(7));
        tensors.put("column", Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}}).getColumn(1));
        Map<String, INDArray> back = read(written(tensors));
        assertEquals(List.copyOf(tensors.keySet()), List.copyOf(back.keySet()));
        tensors.forEach((name, tensor) -> assertEquals(tensor, back.get(name)));
        assertEquals(DataType.INT32, back.get("scalar").dataType());
    }

    @Test
    void writesTheDocumentedLayout() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(written(Map.of("a", Nd4j.createFromArray(1.5f, -2f)))).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[(int) bytes.getLong()];
        bytes.get(header);
        assertEquals("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", new String(header));
        assertArrayEquals(new float[] {1.5f, -2f}, new float[] {bytes.getFloat(), bytes.getFloat()});
        assertEquals(0, bytes.remaining());
    }

    @Test
    void namesFileAndTensorOfACutOffFile() throws IOException {
        byte[] whole = written(Map.of("a", Nd4j.createFromArray(1.5f, -2f)));
        DataException values = assertThrows(DataException.class, () -> read(Arrays.copyOf(whole, whole.length - 1)));
        assertTrue(values.getMessage().startsWith("w.safetensors, byte 8: tensor 'a'"), values.getMessage());
        DataException header = assertThrows(DataException.class, () -> read(Arrays.copyOf(whole, 12)));
        assertTrue(header.getMessage().startsWith("w.safetensors, byte 0: "), header.getMessage());
        assertThrows(DataException.class, () -> read(new byte[0]));
    }

    @Test
    void refusesAHeaderThatIsNoJsonObject() {
        for (String header : List.of("[1]", "{\"a\"", "null")) {
            ByteBuffer bytes = ByteBuffer.allocate(8 + header.length()).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length()).put(header.getBytes());
            assertThrows(DataException.class, () -> read(bytes.array()), header);
        }
    }
}
