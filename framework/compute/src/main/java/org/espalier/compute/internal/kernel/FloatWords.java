package org.espalier.compute.internal.kernel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

/**
 * The bits of floats on the heap, where they are. The JVM of today makes no vector instructions of {@link Float#floatToRawIntBits}, but does so of loops that read a
 * float array as if it held whole numbers, which takes {@code sun.misc.Unsafe}: by name, since it is no official part of the platform.
 */
final class FloatWords {
    private static final MethodHandle GET;
    private static final MethodHandle PUT;
    private static final long BASE;

    static {
        try {
            Class<?> type = Class.forName("sun.misc.Unsafe", true, ClassLoader.getPlatformClassLoader());
            Field only = type.getDeclaredField("theUnsafe");
            only.setAccessible(true);
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            GET = lookup.findVirtual(type, "getInt", MethodType.methodType(int.class, Object.class, long.class)).bindTo(only.get(null));
            PUT = lookup.findVirtual(type, "putInt", MethodType.methodType(void.class, Object.class, long.class, int.class)).bindTo(only.get(null));
            BASE = (int) type.getMethod("arrayBaseOffset", Class.class).invoke(only.get(null), float[].class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private FloatWords() {
    }

    /** The bits of an element; the index is not checked. */
    static int get(float[] x, int index) {
        try {
            return (int) GET.invokeExact((Object) x, BASE + ((long) index << 2));
        } catch (Throwable e) {
            throw new IllegalStateException("A float's bits could not be read", e);
        }
    }

    /** Sets the bits of an element; the index is not checked. */
    static void put(float[] x, int index, int bits) {
        try {
            PUT.invokeExact((Object) x, BASE + ((long) index << 2), bits);
        } catch (Throwable e) {
            throw new IllegalStateException("A float's bits could not be written", e);
        }
    }
}
