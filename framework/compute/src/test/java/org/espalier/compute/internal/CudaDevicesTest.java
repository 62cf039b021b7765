package org.espalier.compute.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;

import org.espalier.api.compute.Device;
import org.espalier.api.compute.LeaseRequest;
import org.espalier.api.error.InputException;
import org.espalier.compute.internal.CudaDriver.Gpu;
import org.junit.jupiter.api.Test;

class CudaDevicesTest {
    private static List<Device> devices(Gpu... gpus) {
        return new CudaDevices(() -> true, () -> () -> List.of(gpus)).found();
    }

    private static String reason(List<Device> devices) {
        return devices.get(0).unusable().orElseThrow();
    }

    @Test
    void listsNothingUnlessTheBackendIsInstalled() {
        assertEquals(List.of(), new CudaDevices(() -> false, () -> () -> List.of(new Gpu("any", 1, 8, 0))).found());
    }

    @Test
    void saysThatThereIsNoDriver() {
        List<Device> devices = new CudaDevices(() -> true, () -> {
            throw new UnsatisfiedLinkError("libcuda.so.1: cannot open shared object file");
        }).found();

        assertEquals("There is no NVIDIA driver on this machine: its library libcuda cannot be loaded.", reason(devices));
        assertEquals("cuda:0", devices.get(0).id());
    }

    @Test
    void saysThatTheDriverFindsNothingOrFails() {
        assertEquals("NVIDIA's driver finds no GPU in this machine.", reason(devices()));
        assertEquals("it failed.", reason(new CudaDevices(() -> true, () -> () -> {
            throw new IllegalStateException("it failed.");
        }).found()));
    }

    @Test
    void saysWhichGpusHaveNoKernels() {
        List<Device> devices = devices(new Gpu("NVIDIA H100", 80L << 30, 9, 0), new Gpu("Tesla K20", 5L << 30, 3, 5), new Gpu("NVIDIA L4", 24L << 30, 8, 9));

        assertEquals(List.of("cuda:0", "cuda:1", "cuda:2"), devices.stream().map(Device::id).toList());
        assertEquals("Its compute capability is 9.0, and ND4J's CUDA 11.6 backend has kernels for 3.7 to 8.9 only.", reason(devices));
        assertEquals("Its compute capability is 3.5, and ND4J's CUDA 11.6 backend has kernels for 3.7 to 8.9 only.", reason(devices.subList(1, 3)));
        assertEquals("ND4J's CUDA 11.6 backend has kernels for its compute capability 8.9, but this version compiles programs for the processor only.", reason(devices.subList(2, 3)));
        assertEquals(80L << 30, devices.get(0).memory());
    }

    @Test
    void theServiceRefusesThemWithTheReasonAndGoesOnWithTheProcessor() {
        Device cpu = new Device("cpu", "test", "test", 1, 1, Optional.of("not started in this test."));
        NativeCompute compute = new NativeCompute(() -> cpu, new CudaDevices(() -> true, () -> List::of), new Bundles().context());

        assertEquals(List.of("cpu", "cuda:0"), compute.devices().stream().map(Device::id).toList());
        assertEquals("Device 'cuda:0' cannot be used for run 1: NVIDIA's driver finds no GPU in this machine.",
                assertThrows(InputException.class, () -> compute.lease("cuda:0", LeaseRequest.of("run 1", "p", 1, 0))).getMessage());
        assertEquals("There is no device 'tpu' for run 1, only 'cpu', 'cuda:0'",
                assertThrows(InputException.class, () -> compute.lease("tpu", LeaseRequest.of("run 1", "p", 1, 0))).getMessage());
    }
}
