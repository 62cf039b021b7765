package org.espalier.compute.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;

/** What NVIDIA's driver tells of its GPUs. Needs the driver's own library and nothing of CUDA. */
interface CudaDriver {
    /**
     * A GPU.
     *
     * @param memory bytes
     * @param major  compute capability before the point
     * @param minor  compute capability behind the point
     */
    record Gpu(String name, long memory, int major, int minor) {
    }

    /** @throws IllegalStateException if the driver does not answer, in a sentence */
    List<Gpu> gpus();

    /**
     * The driver of this machine.
     *
     * @throws UnsatisfiedLinkError if there is none
     */
    static CudaDriver ofThisMachine() {
        return new Library(NativeLibrary.getInstance(Platform.isWindows() ? "nvcuda" : "libcuda.so.1"));
    }

    /** CUDA's driver API. */
    final class Library implements CudaDriver {
        private static final int NO_DEVICE = 100;
        private static final int LONGEST_NAME = 256;
        private static final int CAPABILITY_MAJOR = 75;
        private static final int CAPABILITY_MINOR = 76;

        private final NativeLibrary driver;

        private Library(NativeLibrary driver) {
            this.driver = driver;
        }

        @Override
        public List<Gpu> gpus() {
            int started = invoke("cuInit", 0);
            if (started == NO_DEVICE) {
                return List.of();
            }
            require("cuInit", started);
            IntByReference count = new IntByReference();
            require("cuDeviceGetCount", invoke("cuDeviceGetCount", count));
            return IntStream.range(0, count.getValue()).mapToObj(this::gpu).toList();
        }

        private Gpu gpu(int ordinal) {
            IntByReference device = new IntByReference();
            require("cuDeviceGet", invoke("cuDeviceGet", device, ordinal));
            byte[] name = new byte[LONGEST_NAME];
            require("cuDeviceGetName", invoke("cuDeviceGetName", name, name.length, device.getValue()));
            LongByReference memory = new LongByReference();
            require("cuDeviceTotalMem", invoke("cuDeviceTotalMem_v2", memory, device.getValue()));
            return new Gpu(new String(name, StandardCharsets.UTF_8).replaceFirst("\0.*", ""), memory.getValue(),
                    attribute(CAPABILITY_MAJOR, device.getValue()), attribute(CAPABILITY_MINOR, device.getValue()));
        }

        private int attribute(int attribute, int device) {
            IntByReference value = new IntByReference();
            require("cuDeviceGetAttribute", invoke("cuDeviceGetAttribute", value, attribute, device));
            return value.getValue();
        }

        private int invoke(String name, Object... arguments) {
            Function function = driver.getFunction(name);
            return function.invokeInt(arguments);
        }

        private static void require(String call, int result) {
            if (result != 0) {
                throw new IllegalStateException("NVIDIA's driver is there but does not work: " + call + " ended with error " + result + ".");
            }
        }
    }
}
