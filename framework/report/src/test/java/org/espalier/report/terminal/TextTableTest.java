package org.espalier.report.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class TextTableTest {
    private static TextTable sample() {
        return new TextTable().left("id").left("what it does").right("n").row("gcn", "two layers of graph convolution", 12).row("mlp", null, 3);
    }

    @Test
    void alignsWordsLeftAndNumbersRight() {
        assertEquals("""
                 id  │ what it does                    │  n
                ─────┼─────────────────────────────────┼────
                 gcn │ two layers of graph convolution │ 12
                 mlp │                                 │  3
                """, sample().text(80, Symbols.UNICODE));
    }

    @Test
    void wrapsWordsToFitTheWidth() {
        assertEquals("""
                 id  | what it does      |  n
                -----+-------------------+----
                 gcn | two layers of     | 12
                     | graph convolution |
                 mlp |                   |  3
                """, sample().text(30, Symbols.ASCII));
    }

    @Test
    void neverBreaksNumbers() {
        String text = new TextTable().right("accuracy").right("loss").row("0.8120 +- 0.0143", "0.5000 +- 0.0100").text(10, Symbols.ASCII);
        assertTrue(text.contains("0.8120 +- 0.0143 | 0.5000 +- 0.0100"), text);
    }

    @Test
    void breaksAWordThatIsTooLong() {
        assertEquals(List.of("abcd", "ef", "gh"), Wrapping.lines("abcdef gh", 4));
    }

    @Test
    void refusesRowsOfAnotherLength() {
        assertThrows(IllegalArgumentException.class, () -> sample().row("only one"));
    }
}
