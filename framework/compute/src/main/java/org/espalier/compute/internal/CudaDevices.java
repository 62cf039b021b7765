package org.espalier.compute.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.espalier.api.compute.Device;

/**
 * NVIDIA's devices, each with the reason why it is not used; none if ND4J's CUDA backend is not installed. Kernels of CUDA 11.6 as ND4J 1.0.0-M2.1 brings them
 * exist for compute capabilities 3.7 to 8.9 and cannot be made for others at run time.
 */
final class CudaDevices {
    private static final String BACKEND = "nd4j-cuda 11.6, kernels for compute capabilities 3.7 to 8.9";
    private static final int OLDEST = 37;
    private static final int NEWEST = 89;

    private final BooleanSupplier installed;
    private final Supplier<CudaDriver> driver;
    private List<Device> devices;

    /**
     * @param installed whether the backend is
     * @param driver    loads NVIDIA's driver; throws an {@link UnsatisfiedLinkError} if there is none
     */
    CudaDevices(BooleanSupplier installed, Supplier<CudaDriver> driver) {
        this.installed = installed;
        this.driver = driver;
    }

    /** Asks the driver at the first call. */
    synchronized List<Device> found() {
        if (devices == null) {
            devices = installed.getAsBoolean() ? ask() : List.of();
        }
        return devices;
    }

    private List<Device> ask() {
        try {
            List<CudaDriver.Gpu> gpus = driver.get().gpus();
            if (gpus.isEmpty()) {
                return List.of(device(0, "no GPU", 0, "NVIDIA's driver finds no GPU in this machine."));
            }
            return IntStream.range(0, gpus.size()).mapToObj(i -> device(i, gpus.get(i).name(), gpus.get(i).memory(), reason(gpus.get(i)))).toList();
        } catch (UnsatisfiedLinkError e) {
            return List.of(device(0, "no GPU", 0, "There is no NVIDIA driver on this machine: its library libcuda cannot be loaded."));
        } catch (IllegalStateException e) {
            return List.of(device(0, "no GPU", 0, e.getMessage()));
        }
    }

    private static Device device(int index, String name, long memory, String reason) {
        return new Device("cuda:" + index, name, BACKEND, 1, memory, Optional.of(reason));
    }

    private static String reason(CudaDriver.Gpu gpu) {
        String capability = gpu.major() + "." + gpu.minor();
        int version = 10 * gpu.major() + gpu.minor();
        if (version < OLDEST || version > NEWEST) {
            return "Its compute capability is " + capability + ", and ND4J's CUDA 11.6 backend has kernels for 3.7 to 8.9 only.";
        }
        return "ND4J's CUDA 11.6 backend has kernels for its compute capability " + capability + ", but this version compiles programs for the processor only.";
    }
}
