package org.espalier.data.numpy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

/** Expected numbers were printed by NumPy. */
class LegacyRandomTest {

    @Test
    void drawsNumPysWords() {
        LegacyRandom random = new LegacyRandom(123);
        assertEquals(2991312382L, Integer.toUnsignedLong(random.nextInt()));
        assertEquals(3062119789L, Integer.toUnsignedLong(random.nextInt()));
    }

    @Test
    void shufflesAsNumPyDoes() {
        assertArrayEquals(new int[] {8, 1, 5, 0, 7, 2, 9, 4, 3, 6}, new LegacyRandom(42).permutation(10));
    }

    @Test
    void goesOnAfterTheStateIsUsedUp() {
        int[] order = new LegacyRandom(7).permutation(1000);
        assertArrayEquals(new int[] {778, 334, 271, 802, 216, 408, 812, 94}, Arrays.copyOf(order, 8));
    }

    @Test
    void takesTheGreatestSeed() {
        assertArrayEquals(new int[] {1, 4, 5, 0, 2, 3}, new LegacyRandom(4294967295L).permutation(6));
    }

    @Test
    void refusesSeedsThatNumPyRefuses() {
        assertThrows(IllegalArgumentException.class, () -> new LegacyRandom(-1));
        assertThrows(IllegalArgumentException.class, () -> new LegacyRandom(1L << 32));
    }

    @Test
    void boundIncludesZeroAndMaximum() {
        assertEquals(0, new LegacyRandom(3).bounded(0));
    }
}
