package org.espalier.testkit.internal;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;

/** Tells what the collector can free. */
public final class Garbage {
    private static final int COLLECTIONS = 20;
    private static final long MILLISECONDS = 100;

    private Garbage() {
    }

    /** How many of the references still hold after the collector had every chance. */
    public static long remaining(List<? extends WeakReference<?>> references) throws InterruptedException {
        for (int i = 0; i < COLLECTIONS && count(references) > 0; i++) {
            collect();
        }
        return count(references);
    }

    /** Returns once the collector has freed something, or after a while. */
    private static void collect() throws InterruptedException {
        ReferenceQueue<Object> freed = new ReferenceQueue<>();
        WeakReference<Object> probe = new WeakReference<>(new Object(), freed);
        System.gc();
        if (freed.remove(MILLISECONDS) == null) {
            probe.clear();
        }
    }

    private static long count(List<? extends WeakReference<?>> references) {
        return references.stream().filter(reference -> reference.get() != null).count();
    }
}
