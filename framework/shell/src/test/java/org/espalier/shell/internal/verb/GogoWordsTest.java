package org.espalier.shell.internal.verb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class GogoWordsTest {
    @Test
    void joinsAListToItsKey() {
        assertArrayEquals(words("gndnets/cora", "variants=[gcn,gnd-slp]", "seeds=2"), GogoWords.mended(words("gndnets/cora", "variants=", "[\"gcn,gnd-slp\"]", "seeds=2")));
        assertArrayEquals(words("a=[2,5]"), GogoWords.mended(words("a=", "[\"2,\",\"5\"]")));
    }

    @Test
    void leavesOtherWordsAlone() {
        assertArrayEquals(words("x", "[y]", "k=v"), GogoWords.mended(words("x", "[y]", "k=v")));
    }

    private static String[] words(String... words) {
        return words;
    }
}
