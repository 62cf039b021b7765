package org.espalier.compute.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;

class CpuBackendTest {
    @Test
    void nativeLibrariesUseNoThreadsOfTheirOwn() {
        Nd4j.getEnvironment().setMaxThreads(3);
        Nd4j.getEnvironment().setMaxMasterThreads(3);
        openblas_nolapack.blas_set_num_threads(3);

        assertEquals(Optional.empty(), new CpuBackend(new Processor("test processor", 3, false), 1).device().unusable());

        assertEquals(1, Nd4j.getEnvironment().maxThreads());
        assertEquals(1, Nd4j.getEnvironment().maxMasterThreads());
        assertEquals(1, openblas_nolapack.blas_get_num_threads());
    }

    @Test
    void anotherBackendOfNd4jIsRefused() {
        assertDoesNotThrow(() -> CpuBackend.requireProcessor(ExecutionerType.NATIVE_CPU));
        String message = assertThrows(IllegalStateException.class, () -> CpuBackend.requireProcessor(ExecutionerType.CUDA)).getMessage();
        assertTrue(message.startsWith("ND4J has loaded its backend of type CUDA"), message);
    }
}
