package org.espalier.compute.internal;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

import org.espalier.api.error.InputException;

/** How much off-heap memory leases can share: a setting, else what the machine has beside the Java heap. */
final class MemoryLimit {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,15})\\s*([kmgt]?)b?");

    private MemoryLimit() {
    }

    /** @param settings looks a setting up by name; null if it is not set */
    static long of(UnaryOperator<String> settings) {
        return Stream.of("compute.memory", "org.bytedeco.javacpp.maxbytes", "org.bytedeco.javacpp.maxphysicalbytes")
                .filter(name -> settings.apply(name) != null)
                .findFirst().map(name -> bytes(name, settings.apply(name)))
                .orElseGet(MemoryLimit::ofThisMachine);
    }

    private static long bytes(String name, String value) {
        Matcher size = SIZE.matcher(value.strip().toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            throw new InputException("Setting '" + name + "' is '" + value + "', but a size such as 800m or 4g was expected");
        }
        return Long.parseLong(size.group(1)) << 10 * ("kmgt".indexOf(size.group(2)) + (size.group(2).isEmpty() ? 0 : 1));
    }

    private static long ofThisMachine() {
        long machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        long heap = Runtime.getRuntime().maxMemory();
        return Math.max(machine / 4, machine - heap);
    }
}
