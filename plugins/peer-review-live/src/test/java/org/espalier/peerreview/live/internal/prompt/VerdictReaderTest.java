package org.espalier.peerreview.live.internal.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.espalier.peerreview.live.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictReaderTest {
    @ParameterizedTest
    @CsvSource({"[[A]],A", "My verdict: [B],B", "[[C]],TIE", "[A] or [C]? [[C]],TIE", "I cannot decide between them,TIE", "It is impossible to determine the better,TIE", "[[A]] though [[B]] is close,A"})
    void readsATieFirstThenAThenB(String reply, Verdict verdict) {
        assertEquals(Optional.of(verdict), VerdictReader.read(reply));
    }

    @Test
    void seesNoVerdictInPlainLetters() {
        assertEquals(Optional.empty(), VerdictReader.read("A is better"));
        assertEquals(Optional.empty(), VerdictReader.readAgain(""));
    }

    @Test
    void aSecondReplyIsReadForAFirst() {
        assertEquals(Optional.of(Verdict.A), VerdictReader.readAgain("[[A]], not [[C]]"));
        assertEquals(Optional.of(Verdict.TIE), VerdictReader.readAgain("[[C]]"));
    }
}
