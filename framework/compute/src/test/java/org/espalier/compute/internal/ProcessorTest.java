package org.espalier.compute.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.espalier.api.error.InputException;
import org.junit.jupiter.api.Test;

class ProcessorTest {
    @Test
    void knowsItsName() {
        assertFalse(Processor.ofThisMachine().name().isBlank());
    }

    @Test
    void memoryIsTheSettingIfThereIsOne() {
        assertEquals(3L << 30, MemoryLimit.of(Map.of("compute.memory", "3g", "org.bytedeco.javacpp.maxbytes", "1g")::get));
        assertEquals(800L << 20, MemoryLimit.of(Map.of("org.bytedeco.javacpp.maxbytes", "800M")::get));
        assertEquals(12345, MemoryLimit.of(Map.of("compute.memory", "12345")::get));
        assertTrue(MemoryLimit.of(Map.<String, String>of()::get) > 0);
    }

    @Test
    void refusesASettingThatIsNoSize() {
        assertEquals("Setting 'compute.memory' is 'lots', but a size such as 800m or 4g was expected",
                assertThrows(InputException.class, () -> MemoryLimit.of(Map.of("compute.memory", "lots")::get)).getMessage());
    }

    @Test
    void sharesAsManyThreadsAsTheSettingSays() {
        Processor eight = new Processor("test", 8, true);
        assertEquals(new Processor("test", 3, true), eight.sharing("3"));
        assertEquals(eight, eight.sharing(null));
        assertEquals("Setting 'compute.cores' is 'many', but a positive number of threads was expected",
                assertThrows(InputException.class, () -> eight.sharing("many")).getMessage());
    }
}
