package org.espalier.compute.internal.kernel.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.espalier.api.error.InputException;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class OffsetsTest {
    private final Indices indices = new Indices(Nd4j.createFromArray(134_217_727), null);

    @Test
    void refusesAnArrayThatOffsetsDoNotReach() {
        String message = assertThrows(InputException.class, () -> Offsets.along(0, new long[] {134_217_728, 16}, indices, true)).getMessage();

        assertTrue(message.startsWith("Indices reach into arrays of at most 2147483647 elements, but one of shape [134217728, 16] was given."), message);
    }

    @Test
    void reachesTheLastSlice() {
        assertEquals(134_217_727 * 15, Offsets.along(0, new long[] {134_217_728, 15}, indices, true).read()[0]);
    }
}
