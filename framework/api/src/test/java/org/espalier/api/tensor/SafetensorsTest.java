package org.espalier.api.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.espalier.api.error.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SafetensorsTest {
    private static final String HEADER = """
            {"__metadata__":{"made":"by hand"},"z":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},"count":{"dtype":"I64","shape":[],"data_offsets":[24,32]}}""";

    @TempDir
    Path folder;

    private static byte[] file(String header) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length() + 32).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length()).put(header.getBytes());
        for (int i = 1; i <= 6; i++) {
            bytes.putFloat(i / 2f);
        }
        return bytes.putLong(1L << 40).array();
    }

    private Map<String, INDArray> read(byte[] bytes) throws IOException {
        return Safetensors.read(Files.write(folder.resolve("w.safetensors"), bytes));
    }

    @Test
    void readsNamesOrderTypesShapesAndValues() throws IOException {
        Map<String, INDArray> tensors = read(file(HEADER));
        assertEquals(List.of("z", "count"), List.copyOf(tensors.keySet()));
        assertEquals(Nd4j.createFromArray(new float[][] {{0.5f, 1, 1.5f}, {2, 2.5f, 3}}), tensors.get("z"));
        assertEquals(Nd4j.scalar(1L << 40), tensors.get("count"));
    }

    @Test
    void namesFileAndTensorOfACutOffFile() throws IOException {
        byte[] whole = file(HEADER);
        DataException values = assertThrows(DataException.class, () -> read(Arrays.copyOf(whole, whole.length - 1)));
        assertTrue(values.getMessage().startsWith("w.safetensors, byte 8: tensor 'count'"), values.getMessage());
        DataException header = assertThrows(DataException.class, () -> read(Arrays.copyOf(whole, 12)));
        assertTrue(header.getMessage().startsWith("w.safetensors, byte 0: "), header.getMessage());
        assertThrows(DataException.class, () -> read(new byte[0]));
    }

    @Test
    void refusesAHeaderItCannotRead() {
        for (String header : List.of("[1]", "{\"a\"", "null", HEADER.replace("F32", "F31"), HEADER.replace("[2,3]", "[2,4]"), HEADER.replace("[0,24]", "[-1,23]"))) {
            assertThrows(DataException.class, () -> read(file(header)), header);
        }
    }
}
