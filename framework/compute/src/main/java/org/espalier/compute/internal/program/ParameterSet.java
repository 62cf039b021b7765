package org.espalier.compute.internal.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

import org.espalier.api.compute.Parameters;
import org.espalier.compute.internal.checkpoint.Safetensors;
import org.espalier.compute.internal.memory.Budget;
import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Parameters as parts of one vector per element type. */
public final class ParameterSet implements Parameters, Holding {
    private final NativeMemory memory;
    private final FlatLayout layout;
    private final Map<DataType, INDArray> vectors;
    private final Map<String, INDArray> arrays;

    /** Copies the values given, without limit. */
    public ParameterSet(Map<String, INDArray> initial) {
        this(initial, Budget.UNLIMITED);
    }

    /** Copies the values given. */
    public ParameterSet(Map<String, INDArray> initial, Budget budget) {
        memory = new NativeMemory(budget);
        memory.purpose("parameters " + initial.keySet());
        layout = new FlatLayout(initial);
        try {
            vectors = layout.vectors(memory);
            arrays = Collections.unmodifiableMap(layout.views(vectors));
            restore(initial);
        } catch (RuntimeException | Error e) {
            memory.close();
            throw e;
        }
    }

    /** @throws IllegalStateException if the parameters have been closed */
    void requireOpen() {
        memory.requireOpen("parameters " + layout.names());
    }

    FlatLayout layout() {
        return layout;
    }

    /** The live vectors by element type. */
    Map<DataType, INDArray> vectors() {
        return vectors;
    }

    @Override
    public Map<String, INDArray> arrays() {
        return arrays;
    }

    @Override
    public Map<String, INDArray> snapshot() {
        requireOpen();
        Map<DataType, INDArray> copies = new EnumMap<>(DataType.class);
        vectors.forEach((type, vector) -> copies.put(type, vector.dup()));
        return layout.views(copies);
    }

    @Override
    public void restore(Map<String, INDArray> snapshot) {
        requireOpen();
        if (!snapshot.keySet().equals(arrays.keySet())) {
            throw new IllegalArgumentException("These are parameters " + arrays.keySet() + ", but the snapshot has " + snapshot.keySet());
        }
        arrays.forEach((name, array) -> assign(name, array, snapshot.get(name)));
    }

    private static void assign(String name, INDArray array, INDArray value) {
        if (!Arrays.equals(array.shape(), value.shape())) {
            throw new IllegalArgumentException("Parameter '" + name + "' has shape " + Arrays.toString(array.shape())
                    + ", but the snapshot's has " + Arrays.toString(value.shape()));
        }
        array.assign(value);
    }

    @Override
    public long count() {
        return vectors.values().stream().mapToLong(INDArray::length).sum();
    }

    @Override
    public long held() {
        return memory.held();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        requireOpen();
        Safetensors.write(out, arrays, Map.of());
    }

    @Override
    public void readFrom(InputStream in) throws IOException {
        requireOpen();
        Safetensors.read(in, arrays);
    }

    @Override
    public void close() {
        memory.close();
    }
}
