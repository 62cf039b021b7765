package org.espalier.compute.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.espalier.api.compute.Device;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** ND4J's native library on the processor. */
final class CpuBackend implements Backend {
    /** Read by JavaCPP: which variant of the natives to load. Left alone, it takes the last that exists, whatever the processor can do. */
    private static final String VARIANT = "org.bytedeco.javacpp.platform.extension";
    private static final String AVX2 = "-avx2";
    private static final String PRECISIONS = "; float32 and float64, no bfloat16 or float16";
    private static final Logger LOG = LoggerFactory.getLogger(CpuBackend.class);

    private final Processor processor;
    private final long memory;
    private Device device;

    /** @param memory bytes that leases can share */
    CpuBackend(Processor processor, long memory) {
        this.processor = processor;
        this.memory = memory;
    }

    @Override
    public synchronized Device device() {
        if (device == null) {
            device = start();
        }
        return device;
    }

    private Device start() {
        if (System.getProperty(VARIANT) == null) {
            System.setProperty(VARIANT, processor.hasAvx2() ? AVX2 : "");
        }
        try {
            requireProcessor(Nd4j.getExecutioner().type());
            useOneThread();
            ProductCheck.run();
            return device("nd4j-cpu " + version() + ", OpenBLAS" + (AVX2.equals(System.getProperty(VARIANT)) ? ", AVX2" : "") + PRECISIONS, Optional.empty());
        } catch (Exception | LinkageError e) {
            LOG.debug("The CPU backend did not start", e);
            return device("nd4j-cpu", Optional.of("The CPU backend did not start: " + rootMessage(e)));
        }
    }

    private Device device(String backend, Optional<String> unusable) {
        return new Device("cpu", processor.name(), backend, processor.threads(), memory, unusable);
    }

    /** ND4J takes the backend of the highest priority that it finds; another's arrays are not in this process's memory. */
    static void requireProcessor(ExecutionerType loaded) {
        if (loaded != ExecutionerType.NATIVE_CPU) {
            throw new IllegalStateException("ND4J has loaded its backend of type " + loaded + ", but programs here work on memory of the processor. "
                    + "Remove that backend, or set BACKEND_PRIORITY_CPU above BACKEND_PRIORITY_GPU in the environment");
        }
    }

    /** Leases have threads of their own. How many others there are is one number for the whole process, and would follow from the environment. */
    private static void useOneThread() {
        openblas_nolapack.blas_set_num_threads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        Nd4j.getEnvironment().setMaxThreads(1);
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = Nd4j.class.getResourceAsStream("/META-INF/maven/org.nd4j/nd4j-api/pom.properties")) {
            properties.load(in);
        } catch (IOException e) {
            LOG.debug("ND4J does not tell its version", e);
        }
        return properties.getProperty("version", "of unknown version");
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage().lines().findFirst().orElse("");
    }
}
