package org.espalier.core.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.espalier.api.error.InputException;
import org.junit.jupiter.api.Test;

class ListsTest {
    @Test
    void dividesAtCommas() {
        assertEquals(List.of("a", "b c"), Lists.parse("[a, b c]"));
        assertEquals(List.of("a", "b c"), Lists.parse("a,b c"));
        assertEquals(List.of(), Lists.parse("[]"));
    }

    @Test
    void keepsListsInAListWhole() {
        assertEquals(List.of("[13,6,3]", "[13,4,2]"), Lists.parse("[[13,6,3],[13,4,2]]"));
        assertEquals(List.of("[13,6]", "[13,4]"), Lists.parse("[13,6], [13,4]"));
        assertEquals(List.of("13", "6", "3"), Lists.parse("[13,6,3]"));
    }

    @Test
    void keepsQuotedTextWhole() {
        assertEquals(List.of("a, b", "[", "c"), Lists.parse("[\"a, b\", \"[\", c]"));
        assertEquals("[\"a, b\", \"[\", c]", Lists.write(List.of("a, b", "[", "c")));
    }

    @Test
    void tellsAListByTheBracketThatClosesIt() {
        assertTrue(Lists.isList("[[a], [b]]"));
        assertFalse(Lists.isList("[a], [b]"));
    }

    @Test
    void refusesWhatIsLeftOpenOrClosedTwice() {
        assertTrue(assertThrows(InputException.class, () -> Lists.parse("[[13,6,3],[13,4,2]")).getMessage().startsWith("A bracket or quote in the list '[[13,6,3],[13,4,2]' is without its other"));
        assertThrows(InputException.class, () -> Lists.parse("a, \"b"));
        assertThrows(InputException.class, () -> Lists.parse("a], b["));
    }
}
