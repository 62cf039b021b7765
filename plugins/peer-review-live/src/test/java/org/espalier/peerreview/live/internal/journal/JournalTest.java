package org.espalier.peerreview.live.internal.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.espalier.api.error.DataException;
import org.espalier.api.error.InputException;
import org.espalier.peerreview.live.internal.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("journal.jsonl");
    }

    private void keep(String request, String text) {
        try (Journal journal = Journal.open(file())) {
            journal.keep(request, "alpha", new Reply(text, 7, 2));
        }
    }

    @Test
    void keepsRepliesFromOneOpeningToTheNext() {
        keep("one", "first\nreply");
        keep("two", "second");
        try (Journal journal = Journal.open(file())) {
            assertEquals(2, journal.size());
            assertEquals(Optional.of(new Reply("first\nreply", 7, 2)), journal.find("one"));
            assertEquals(Optional.empty(), journal.find("three"));
        }
    }

    @Test
    void cutsOffALineThatACrashTore() throws IOException {
        keep("one", "first");
        Files.writeString(file(), "{\"request\": \"two\", \"te", StandardOpenOption.APPEND);
        keep("three", "third");
        try (Journal journal = Journal.open(file())) {
            assertEquals(2, journal.size());
        }
    }

    @Test
    void refusesAWholeLineThatIsBrokenAndNamesIt() throws IOException {
        keep("one", "first");
        Files.writeString(file(), "nonsense\n", StandardOpenOption.APPEND);
        assertTrue(assertThrows(DataException.class, () -> Journal.open(file())).getMessage().contains("journal.jsonl:2"));
    }

    @Test
    void isWrittenByOneReviewAtATime() {
        try (Journal journal = Journal.open(file())) {
            assertEquals(0, journal.size());
            assertTrue(assertThrows(InputException.class, () -> Journal.open(file())).getMessage().contains("another review"));
        }
    }
}
