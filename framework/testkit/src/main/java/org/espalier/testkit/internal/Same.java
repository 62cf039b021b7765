package org.espalier.testkit.internal;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Finds the first difference between two values, looking into records, optionals, arrays, collections and tensors. Numbers are compared bit for bit. */
public final class Same {
    private Same() {
    }

    /** The path of the first difference; empty if there is none. */
    public static Optional<String> firstDifference(Object a, Object b) {
        return difference("", a, b);
    }

    private static Optional<String> difference(String path, Object a, Object b) {
        if (a == b) {
            return Optional.empty();
        }
        if (a == null || b == null || a.getClass() != b.getClass() && !(a instanceof Iterable)) {
            return Optional.of(path);
        }
        if (a instanceof Record) {
            return Arrays.stream(a.getClass().getRecordComponents())
                    .flatMap(component -> difference(path + "." + component.getName(), get(component, a), get(component, b)).stream()).findFirst();
        }
        if (a instanceof Optional<?> left && b instanceof Optional<?> right) {
            return difference(path, left.orElse(null), right.orElse(null));
        }
        if (a.getClass().isArray()) {
            return arrays(path, a, b);
        }
        if (a instanceof INDArray tensor) {
            return Tensors.same(tensor, (INDArray) b) ? Optional.empty() : Optional.of(path);
        }
        if (a instanceof Iterable<?> left && b instanceof Iterable<?> right) {
            return sequences(path, left.iterator(), right.iterator());
        }
        return Objects.equals(a, b) ? Optional.empty() : Optional.of(path);
    }

    private static Optional<String> arrays(String path, Object a, Object b) {
        int length = Array.getLength(a);
        if (length != Array.getLength(b)) {
            return Optional.of(path + ".length");
        }
        for (int i = 0; i < length; i++) {
            Optional<String> found = difference(path + "[" + i + "]", Array.get(a, i), Array.get(b, i));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> sequences(String path, Iterator<?> a, Iterator<?> b) {
        for (int i = 0; a.hasNext() && b.hasNext(); i++) {
            Optional<String> found = difference(path + "[" + i + "]", a.next(), b.next());
            if (found.isPresent()) {
                return found;
            }
        }
        return a.hasNext() || b.hasNext() ? Optional.of(path + ".size") : Optional.empty();
    }

    private static Object get(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Record " + record.getClass().getName() + " cannot be read", e);
        }
    }
}
