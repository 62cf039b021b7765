package org.espalier.testkit.internal;

import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;

import org.espalier.api.compute.Lease;

/**
 * Loads a second copy of an extension's bundle in which ND4J's factory cannot be found, so that whatever touches a device fails where it does.
 */
public final class WithoutDevices extends URLClassLoader {
    private static final String FACTORY = "org.nd4j.linalg.factory.Nd4j";

    private WithoutDevices(URL bundle, ClassLoader parent) {
        super(new URL[] {bundle}, parent);
    }

    /** The same class, but blind to devices. */
    public static Class<?> copyOf(Class<?> extension) throws ClassNotFoundException {
        URL bundle = extension.getProtectionDomain().getCodeSource().getLocation();
        return new WithoutDevices(bundle, extension.getClassLoader()).loadClass(extension.getName());
    }

    /** A lease that fails whatever is asked of it. */
    public static Lease lease() {
        return (Lease) Proxy.newProxyInstance(Lease.class.getClassLoader(), new Class<?>[] {Lease.class}, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.invoke(WithoutDevices.class, arguments);
            }
            throw new AssertionError("Lease." + method.getName() + " was called in a constructor. Plans are checked without a device: keep the lease, and use it in train().");
        });
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.equals(FACTORY)) {
            throw new ClassNotFoundException(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null && findResource(name.replace('.', '/') + ".class") != null) {
                loaded = findClass(name);
            }
            return loaded != null ? loaded : super.loadClass(name, resolve);
        }
    }
}
