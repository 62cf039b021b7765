package org.espalier.compute.internal.kernel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

/**
 * The bits of floating-point numbers on the heap, where they are. The JVM of today makes no vector instructions of {@link Float#floatToRawIntBits}, but does so of loops that
 * read an array as if it held whole numbers, which takes {@code sun.misc.Unsafe}: by name, since it is no official part of the platform. Indices are not checked.
 */
final class Words {
    private static final Object UNSAFE = unsafe();
    private static final MethodHandle GET_INT = handle("getInt", MethodType.methodType(int.class, Object.class, long.class));
    private static final MethodHandle PUT_INT = handle("putInt", MethodType.methodType(void.class, Object.class, long.class, int.class));
    private static final MethodHandle GET_LONG = handle("getLong", MethodType.methodType(long.class, Object.class, long.class));
    private static final MethodHandle PUT_LONG = handle("putLong", MethodType.methodType(void.class, Object.class, long.class, long.class));
    private static final long FLOATS = base(float[].class);
    private static final long DOUBLES = base(double[].class);

    private Words() {
    }

    private static Object unsafe() {
        try {
            Field only = Class.forName("sun.misc.Unsafe", true, ClassLoader.getPlatformClassLoader()).getDeclaredField("theUnsafe");
            only.setAccessible(true);
            return only.get(null);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static MethodHandle handle(String method, MethodType type) {
        try {
            return MethodHandles.publicLookup().findVirtual(UNSAFE.getClass(), method, type).bindTo(UNSAFE);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static long base(Class<?> arrays) {
        try {
            return (int) UNSAFE.getClass().getMethod("arrayBaseOffset", Class.class).invoke(UNSAFE, arrays);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    static int get(float[] x, int index) {
        try {
            return (int) GET_INT.invokeExact((Object) x, FLOATS + ((long) index << 2));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static void put(float[] x, int index, int bits) {
        try {
            PUT_INT.invokeExact((Object) x, FLOATS + ((long) index << 2), bits);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static long get(double[] x, int index) {
        try {
            return (long) GET_LONG.invokeExact((Object) x, DOUBLES + ((long) index << 3));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static void put(double[] x, int index, long bits) {
        try {
            PUT_LONG.invokeExact((Object) x, DOUBLES + ((long) index << 3), bits);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
