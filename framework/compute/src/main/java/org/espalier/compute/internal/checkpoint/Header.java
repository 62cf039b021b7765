package org.espalier.compute.internal.checkpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.espalier.api.error.DataException;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

/** The JSON header of a safetensors file. */
final class Header {
    private static final String METADATA = "__metadata__";
    private static final int ALIGNMENT = 8;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<DataType, String> TYPES = Map.of(DataType.FLOAT, "F32", DataType.DOUBLE, "F64", DataType.FLOAT16, "F16", DataType.BFLOAT16, "BF16",
            DataType.INT32, "I32", DataType.INT64, "I64", DataType.BOOL, "BOOL");

    private Header() {
    }

    /** The header's bytes, padded with blanks so that the tensors are aligned. */
    static byte[] of(Map<String, INDArray> tensors, Map<String, String> metadata) throws IOException {
        ObjectNode header = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            header.set(METADATA, JSON.valueToTree(metadata));
        }
        header.setAll(entries(tensors));
        byte[] text = JSON.writeValueAsBytes(header);
        byte[] padded = Arrays.copyOf(text, (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        return padded;
    }

    private static Map<String, JsonNode> entries(Map<String, INDArray> tensors) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        long offset = 0;
        for (Map.Entry<String, INDArray> tensor : tensors.entrySet()) {
            INDArray array = tensor.getValue();
            long end = offset + array.length() * array.dataType().width();
            entries.put(tensor.getKey(), JSON.valueToTree(Map.of("dtype", TYPES.get(array.dataType()), "shape", array.shape(), "data_offsets", new long[] {offset, end})));
            offset = end;
        }
        return entries;
    }

    /** The metadata of a header that describes exactly these tensors. */
    static Map<String, String> check(byte[] text, Map<String, INDArray> tensors) {
        ObjectNode header = parse(text);
        Map<String, String> metadata = metadata(header.remove(METADATA));
        Map<String, JsonNode> expected = entries(tensors);
        expected.forEach((name, entry) -> checkEntry(name, entry, header.get(name)));
        List<String> names = new ArrayList<>();
        header.fieldNames().forEachRemaining(names::add);
        names.removeAll(expected.keySet());
        if (!names.isEmpty()) {
            throw new DataException("Tensor file: it has a tensor '" + names.get(0) + "', but only " + expected.keySet() + " were expected");
        }
        return metadata;
    }

    private static ObjectNode parse(byte[] text) {
        try {
            if (JSON.readTree(text) instanceof ObjectNode object) {
                return object;
            }
            throw new DataException("Tensor file: its header is no JSON object");
        } catch (IOException e) {
            throw new DataException("Tensor file: its header is no JSON: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> metadata(JsonNode node) {
        Map<String, String> metadata = new LinkedHashMap<>();
        if (node != null) {
            node.fields().forEachRemaining(field -> metadata.put(field.getKey(), field.getValue().asText()));
        }
        return metadata;
    }

    private static void checkEntry(String name, JsonNode expected, JsonNode found) {
        if (found == null) {
            throw new DataException("Tensor file: tensor '" + name + "' is missing");
        }
        for (String key : List.of("dtype", "shape", "data_offsets")) {
            if (!expected.get(key).toString().equals(String.valueOf(found.get(key)))) {
                throw new DataException("Tensor file: " + key + " of tensor '" + name + "' is " + found.get(key) + ", but " + expected.get(key) + " was expected");
            }
        }
    }
}
