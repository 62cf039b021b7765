package org.espalier.api.compute;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Programs of one graph for different shapes, made when first needed. Of more than {@code capacity} the one not used for longest is closed, so that
 * data of ever new shapes does not fill the device. Used on the lease's compute thread.
 *
 * @param <K> what decides on the shapes, e.g. the number of examples
 * @param <P> a program, perhaps with what is needed to use it
 */
public final class ProgramCache<K, P> {
    private final int capacity;
    private final Function<K, P> compiler;
    private final Consumer<P> closer;
    private final Map<K, P> programs = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * An empty cache.
     *
     * @param capacity programs kept at most, at least 1
     * @param compiler makes the program for a key
     * @param closer   closes one
     */
    public ProgramCache(int capacity, Function<K, P> compiler, Consumer<P> closer) {
        if (capacity < 1) {
            throw new IllegalArgumentException("A cache keeps at least one program, not " + capacity);
        }
        this.capacity = capacity;
        this.compiler = compiler;
        this.closer = closer;
    }

    /** The program for a key, to be used before others are asked for. */
    public P get(K key) {
        P program = programs.get(key);
        if (program == null) {
            makeRoom();
            program = compiler.apply(key);
            programs.put(key, program);
        }
        return program;
    }

    private void makeRoom() {
        if (programs.size() >= capacity) {
            Iterator<P> leastRecent = programs.values().iterator();
            closer.accept(leastRecent.next());
            leastRecent.remove();
        }
    }
}
