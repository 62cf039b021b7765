package org.espalier.api.tensor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

import org.espalier.api.error.DataException;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

/**
 * Reads named tensors from a file in the safetensors format. A length (8 bytes, little-endian), that many bytes of JSON with each tensor's type, shape and place, then
 * the values, row-major and little-endian. Touches ND4J, so belongs on a compute thread.
 */
public final class Safetensors {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String METADATA = "__metadata__";
    private static final Map<String, DataType> TYPES = Map.of("F64", DataType.DOUBLE, "F32", DataType.FLOAT, "F16", DataType.FLOAT16, "BF16", DataType.BFLOAT16,
            "I64", DataType.INT64, "I32", DataType.INT32, "I16", DataType.INT16, "I8", DataType.INT8, "U8", DataType.UINT8, "BOOL", DataType.BOOL);

    private Safetensors() {
    }

    /**
     * Reads a file.
     *
     * @return the tensors, in the order of the header
     * @throws DataException if the file is malformed, cut off, or has a tensor of an unknown type
     */
    public static Map<String, INDArray> read(Path file) throws IOException {
        String name = file.getFileName().toString();
        ByteBuffer content = littleEndian(ByteBuffer.wrap(Files.readAllBytes(file)));
        ObjectNode header = header(name, content);
        ByteBuffer values = littleEndian(content.slice());
        Map<String, INDArray> tensors = new LinkedHashMap<>();
        header.fields().forEachRemaining(entry -> {
            if (!entry.getKey().equals(METADATA)) {
                tensors.put(entry.getKey(), tensor(name, entry.getKey(), entry.getValue(), values));
            }
        });
        return tensors;
    }

    private static ObjectNode header(String name, ByteBuffer content) {
        long length = content.remaining() < Long.BYTES ? -1 : content.getLong();
        if (length < 0 || length > content.remaining()) {
            throw DataException.atByte(name, 0, "not a safetensors file, or cut off within its header");
        }
        byte[] text = new byte[(int) length];
        content.get(text);
        try {
            if (JSON.readTree(text) instanceof ObjectNode header) {
                return header;
            }
        } catch (IOException e) {
            throw notJson(name, e);
        }
        throw notJson(name, null);
    }

    private static DataException notJson(String name, IOException cause) {
        String detail = cause instanceof JsonProcessingException json ? ": " + json.getOriginalMessage() : "";
        return new DataException(name + ", byte " + Long.BYTES + ": the header is not a JSON object" + detail, cause);
    }

    private static INDArray tensor(String name, String key, JsonNode description, ByteBuffer values) {
        DataType type = TYPES.get(description.path("dtype").asText());
        if (type == null) {
            throw DataException.atByte(name, Long.BYTES, "tensor '" + key + "' has the unknown type '" + description.path("dtype").asText() + "'");
        }
        long[] shape = longs(description.path("shape"));
        long[] place = longs(description.path("data_offsets"));
        long size = LongStream.of(shape).reduce(type.width(), (a, b) -> a * b);
        if (place.length != 2 || place[0] < 0 || place[1] - place[0] != size || place[1] > values.limit()) {
            throw DataException.atByte(name, Long.BYTES, "tensor '" + key + "' of " + size + " bytes does not lie within the file's " + values.limit() + " bytes of values");
        }
        INDArray tensor = Nd4j.create(type, shape);
        tensor.data().asNio().put(values.slice((int) place[0], (int) size));
        return tensor;
    }

    private static long[] longs(JsonNode list) {
        long[] values = new long[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).asLong();
        }
        return values;
    }

    private static ByteBuffer littleEndian(ByteBuffer buffer) {
        return buffer.order(ByteOrder.LITTLE_ENDIAN);
    }
}
