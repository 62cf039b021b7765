package org.espalier.compute.internal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.sun.management.HotSpotDiagnosticMXBean;

import org.espalier.api.error.InputException;

/** What this machine's processor is and can do. */
record Processor(String name, int threads, boolean hasAvx2) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    static Processor ofThisMachine() {
        return new Processor(model(), Runtime.getRuntime().availableProcessors(), avx2());
    }

    /**
     * The same with so many threads to share.
     *
     * @param setting as given; null for all that the processor has
     * @throws InputException if it is no positive number
     */
    Processor sharing(String setting) {
        if (setting == null) {
            return this;
        }
        if (!setting.strip().matches("[1-9]\\d{0,3}")) {
            throw new InputException("Setting 'compute.cores' is '" + setting + "', but a positive number of threads was expected");
        }
        return new Processor(name, Integer.parseInt(setting.strip()), hasAvx2);
    }

    private static String model() {
        String windows = System.getenv("PROCESSOR_IDENTIFIER");
        String fallback = windows == null ? System.getProperty("os.arch") : windows;
        if (!Files.isReadable(CPU_INFO)) {
            return fallback;
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name")).map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst().orElse(fallback);
        } catch (IOException e) {
            return fallback;
        }
    }

    /** The virtual machine has looked already: it uses AVX at the highest level that the processor has. */
    private static boolean avx2() {
        try {
            String level = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).getVMOption("UseAVX").getValue();
            return Integer.parseInt(level) >= 2;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
