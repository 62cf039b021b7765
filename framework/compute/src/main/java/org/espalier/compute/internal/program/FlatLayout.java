package org.espalier.compute.internal.program;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.update.Tensor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Parameters side by side in one vector per element type, so that an optimizer works on all of them at once. In the order of their names: a
 * checkpoint of the optimizer's state must fit in another process.
 */
final class FlatLayout {
    private record Place(DataType type, long offset, long[] shape) {
    }

    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<DataType, Long> lengths = new EnumMap<>(DataType.class);

    FlatLayout(Map<String, INDArray> like) {
        new TreeMap<>(like).forEach((name, array) -> add(name, array.dataType(), array.shape()));
    }

    private FlatLayout() {
    }

    /** The layout of what remains if some parameters are left out. */
    FlatLayout without(Set<String> names) {
        FlatLayout rest = new FlatLayout();
        places.forEach((name, place) -> {
            if (!names.contains(name)) {
                rest.add(name, place.type(), place.shape());
            }
        });
        return rest;
    }

    private void add(String name, DataType type, long[] shape) {
        long offset = lengths.getOrDefault(type, 0L);
        places.put(name, new Place(type, offset, shape));
        lengths.put(type, offset + NativeMemory.length(shape));
    }

    Set<String> names() {
        return places.keySet();
    }

    /** Where a parameter starts in its vector. */
    long offset(String name) {
        return places.get(name).offset();
    }

    /** One zeroed vector per element type. */
    Map<DataType, INDArray> vectors(NativeMemory memory) {
        Map<DataType, INDArray> vectors = new EnumMap<>(DataType.class);
        lengths.forEach((type, length) -> vectors.put(type, memory.block(type, length)));
        return vectors;
    }

    /** Where the parameters are in such vectors, in order. */
    Map<DataType, List<Tensor>> tensors() {
        Map<DataType, List<Tensor>> tensors = new EnumMap<>(DataType.class);
        places.forEach((name, place) -> tensors.computeIfAbsent(place.type(), type -> new ArrayList<>()).add(new Tensor(name, place.offset(), place.shape())));
        return tensors;
    }

    /** The parts of such vectors by name. */
    Map<String, INDArray> views(Map<DataType, INDArray> vectors) {
        Map<String, INDArray> views = new LinkedHashMap<>();
        places.forEach((name, place) -> views.put(name, NativeMemory.view(vectors.get(place.type()), place.offset(), place.shape())));
        return views;
    }
}
