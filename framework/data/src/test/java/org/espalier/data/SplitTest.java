package org.espalier.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.espalier.api.dataset.Part;
import org.junit.jupiter.api.Test;

class SplitTest {
    private final Split split = Split.shuffled(150, 0.2, 0.1, new Random(5));

    @Test
    void putsEveryExampleIntoOnePart() {
        int[] all = Stream.of(Part.values()).flatMapToInt(part -> Arrays.stream(split.of(part))).sorted().toArray();
        assertArrayEquals(IntStream.range(0, 150).toArray(), all);
    }

    @Test
    void givesThePartsTheirShares() {
        assertEquals(105, split.train().length);
        assertEquals(30, split.validation().length);
        assertEquals(15, split.test().length);
    }

    @Test
    void followsTheGenerator() {
        assertArrayEquals(split.test(), Split.shuffled(150, 0.2, 0.1, new Random(5)).test());
        assertEquals(false, Arrays.equals(split.test(), Split.shuffled(150, 0.2, 0.1, new Random(6)).test()));
    }
}
