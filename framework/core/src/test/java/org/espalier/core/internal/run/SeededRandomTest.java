package org.espalier.core.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class SeededRandomTest {
    @Test
    void drawsFollowFromSeedAndPurposeOnly() {
        SeededRandom random = new SeededRandom(7);
        random.generator("other").nextLong();
        assertEquals(new SeededRandom(7).generator("weights").nextLong(), random.generator("weights").nextLong());
        assertNotEquals(new SeededRandom(8).generator("weights").nextLong(), random.generator("weights").nextLong());
        assertNotEquals(random.key("a"), random.key("b"));
    }
}
