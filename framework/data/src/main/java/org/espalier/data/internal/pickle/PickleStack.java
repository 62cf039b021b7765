package org.espalier.data.internal.pickle;

import java.util.ArrayList;
import java.util.List;

/** The stack of the pickle machine: values, {@code null} among them, and marks. */
final class PickleStack {
    private static final Object MARK = new Object();
    private final List<Object> values = new ArrayList<>();

    void push(Object value) {
        values.add(value);
    }

    void mark() {
        values.add(MARK);
    }

    Object pop() {
        return values.remove(values.size() - 1);
    }

    Object peek() {
        return values.get(values.size() - 1);
    }

    /** The last {@code n} values, first pushed first. */
    Object[] pop(int n) {
        List<Object> tail = values.subList(values.size() - n, values.size());
        Object[] popped = tail.toArray();
        tail.clear();
        return popped;
    }

    /** All values above the topmost mark, which goes too. */
    Object[] popToMark() {
        Object[] popped = pop(values.size() - 1 - values.lastIndexOf(MARK));
        if (pop() != MARK) {
            throw new IndexOutOfBoundsException("no mark");
        }
        return popped;
    }
}
