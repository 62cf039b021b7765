package org.espalier.data.judgment.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.espalier.api.error.DataException;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Judgments;
import org.espalier.data.judgment.Repeats;
import org.espalier.data.judgment.Roster;
import org.espalier.data.judgment.Verdict;
import org.espalier.data.judgment.VerdictPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FastChatReaderTest {
    private static final Roster POOL = new Roster(List.of("a", "b", "c"), List.of("human"));

    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();

    private static String line(int question, String first, String second, String g1, String g2, String judge) {
        return "{\"question_id\": " + question + ", \"model_1\": \"" + first + "\", \"model_2\": \"" + second + "\", \"g1_winner\": \"" + g1 + "\", \"g2_winner\": \"" + g2
                + "\", \"judge\": [\"" + judge + "\", \"pair-v2\"], \"turn\": 1, \"other\": {\"x\": [1.5, null, \"}\"]}}";
    }

    private Reading reading(boolean strict, boolean skipBad, Repeats repeats) {
        return new Reading(strict, skipBad, true, repeats, 2, notes::add);
    }

    private JudgmentData read(String text, Reading reading) throws IOException {
        return new FastChatReader(POOL, reading).read("test", List.of(Files.writeString(folder.resolve("test_pair.jsonl"), text)));
    }

    private JudgmentData read(String text) throws IOException {
        return read(text, reading(false, false, Repeats.KEEP));
    }

    @Test
    void readsVerdictsOfModelsAndPeople() throws IOException {
        Judgments judgments = read(line(7, "a", "b", "model_1", "tie", "c") + "\n" + line(8, "c", "a", "error", "model_2", "human") + "\n").judgments().orElseThrow();
        assertArrayEquals(new long[] {7, 8}, judgments.questions());
        assertArrayEquals(new char[] {0, 2}, judgments.first());
        assertArrayEquals(new char[] {1, 0}, judgments.second());
        assertArrayEquals(new char[] {2, 3}, judgments.reviewers());
        assertEquals(VerdictPair.code(Verdict.MODEL_1, Verdict.TIE), judgments.verdicts()[0]);
        assertEquals(0, judgments.points(1));
    }

    @Test
    void takesByteOrderMarkWindowsLineEndsAndBlankLines() throws IOException {
        assertEquals(2, read("\uFEFF" + line(1, "a", "b", "tie", "tie", "c") + "\r\n\r\n  \r\n" + line(2, "a", "b", "tie", "tie", "c")).counts().total());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"question_id\": 1, \"model_1\": \"a\" | too early",
            "{\"question_id\": 1, \"model_1\": \"a | does not end",
            "{\"question_id\": 1, \"model_1\": 5, \"model_2\": \"b\"} | expected '\"'",
            "{\"question_id\": 1.5} | expected an integer",
            "{\"question_id\": true} | expected an integer",
            "{\"question_id\" 1} | expected ':'",
            "[] | expected '{'",
            "{} x | something follows",
            "{\"question_id\": 1, \"model_1\": \"a\", \"model_2\": \"b\", \"g1_winner\": \"tie\", \"g2_winner\": \"tie\"} | judge is missing",
            "{\"question_id\": 1, \"model_1\": \"a\", \"judge\": \"c\", \"g1_winner\": \"tie\", \"g2_winner\": \"tie\"} | model_2 is missing",
            "{\"model_1\": \"a\", \"model_2\": \"b\", \"judge\": \"c\", \"g1_winner\": \"tie\"} | question_id is missing",
            "{\"question_id\": 1, \"model_1\": \"a\", \"model_2\": \"b\", \"judge\": \"c\"} | g1_winner is missing",
            "{\"question_id\": 1, \"model_1\": \"a\", \"model_2\": \"a\", \"judge\": \"c\", \"g1_winner\": \"tie\"} | same model"})
    void namesTheLineThatIsBroken(String broken, String problem) throws IOException {
        String good = line(1, "a", "b", "tie", "tie", "c");
        DataException refused = assertThrows(DataException.class, () -> read(good + "\n\n" + broken + "\n" + good + "\n"));
        assertTrue(refused.getMessage().startsWith("test_pair.jsonl:3: "), refused.getMessage());
        assertTrue(refused.getMessage().contains(problem), refused.getMessage());
        assertEquals(2, read(good + "\n\n" + broken + "\n" + good + "\n", reading(false, true, Repeats.KEEP)).counts().total());
        assertTrue(notes.contains("1 broken lines of 'test' were skipped"), notes::toString);
    }

    @Test
    void namesTheFirstBrokenLineOfManyBlocks() throws IOException {
        String good = line(1, "a", "b", "tie", "tie", "c") + "\n";
        String text = good.repeat(150_000) + "broken\n" + good.repeat(100_000) + "broken, too\n";
        DataException refused = assertThrows(DataException.class, () -> read(text));
        assertTrue(refused.getMessage().startsWith("test_pair.jsonl:150001: "), refused.getMessage());
    }

    @Test
    void keepsTheOrderOfLinesWhateverTheThreads() throws IOException {
        String text = IntStream.range(0, 150_000).mapToObj(i -> line(i, "a", "b", i % 3 == 0 ? "model_1" : "tie", "tie", "c")).collect(Collectors.joining("\n"));
        Judgments judgments = read(text).judgments().orElseThrow();
        assertArrayEquals(IntStream.range(0, 150_000).asLongStream().toArray(), judgments.questions());
        assertEquals(50_000, read(text).counts().firstWins()[0]);
    }

    @Test
    void readsALineLongerThanItsBuffer() throws IOException {
        String longReply = line(1, "a", "b", "tie", "tie", "c").replace("\"turn\": 1", "\"g1_judgment\": \"" + "x\\\"".repeat(7_000_000) + "\"");
        assertEquals(2, read(longReply + "\n" + line(2, "a", "b", "tie", "tie", "c")).counts().total());
    }

    @Test
    void dropsAndCountsUnknownNames() throws IOException {
        String text = line(1, "a", "b", "tie", "tie", "c") + "\n" + line(1, "a", "z", "tie", "tie", "c") + "\n" + line(1, "a", "b", "tie", "tie", "y") + "\n";
        assertEquals(1, read(text).counts().total());
        assertTrue(notes.get(0).startsWith("2 judgments of 'test' name models or reviewers that are not in the pool: 'y' (1), 'z' (1)"), notes::toString);
        DataException refused = assertThrows(DataException.class, () -> read(text, reading(true, false, Repeats.KEEP)));
        assertTrue(refused.getMessage().contains("'z' (1)"), refused.getMessage());
    }

    @Test
    void countsOtherWinnersAsErrors() throws IOException {
        JudgmentData data = read(line(1, "a", "b", "model_3", "model_2", "c"));
        assertEquals(VerdictPair.code(Verdict.ERROR, Verdict.MODEL_2), data.judgments().orElseThrow().verdicts()[0]);
        assertEquals(1, data.tallies().get(2).errorShare());
        assertTrue(notes.contains("1 verdicts of 'test' are none of the known values; they count as errors"), notes::toString);
    }

    @ParameterizedTest
    @CsvSource({"g1_winner, model_1, 1", "g2_winner, model_2, 0"})
    void takesOneOrderWithTheOtherAsError(String order, String winner, double points) throws IOException {
        Judgments one = read("{\"question_id\": \"q1\", \"model_1\": \"a\", \"model_2\": \"b\", \"" + order + "\": \"" + winner + "\", \"judge\": \"c\"}").judgments().orElseThrow();
        assertEquals(points, one.points(0));
        assertEquals(Verdict.ERROR, VerdictPair.second(one.verdicts()[0]));
    }

    @ParameterizedTest
    @CsvSource({"KEEP, 3", "FIRST, 2", "LAST, 2"})
    void tellsOfRepeats(Repeats repeats, int judgments) throws IOException {
        String text = line(1, "a", "b", "model_1", "model_1", "c") + "\n" + line(2, "a", "b", "tie", "tie", "c") + "\n" + line(1, "b", "a", "model_1", "model_1", "c") + "\n";
        JudgmentData data = read(text, reading(false, false, repeats));
        assertEquals(judgments, data.counts().total());
        assertEquals(repeats == Repeats.LAST ? 0 : 1, data.counts().firstWins()[0]);
        assertTrue(notes.stream().anyMatch(note -> note.startsWith("1 judgments of 'test' repeat a question, pair and reviewer")), notes::toString);
    }

    @Test
    void tellsOfReviewersWithoutJudgmentsOrWithTiesOnly() throws IOException {
        read(line(1, "a", "b", "tie", "tie", "c") + "\n" + line(1, "a", "b", "model_1", "tie", "human") + "\n");
        assertTrue(notes.contains("Reviewers of 'test' without judgments: a, b"), notes::toString);
        assertTrue(notes.contains("Reviewers of 'test' with ties only, which tell nothing apart: c"), notes::toString);
    }

    @Test
    void refusesAPoolInParts() throws IOException {
        Roster four = Roster.of(List.of("a", "b", "c", "d"));
        Path file = Files.writeString(folder.resolve("parts.jsonl"), line(1, "a", "b", "tie", "tie", "c") + "\n" + line(1, "d", "c", "tie", "tie", "a") + "\n");
        JudgmentData data = new FastChatReader(four, reading(false, false, Repeats.KEEP)).read("parts", List.of(file));
        DataException refused = assertThrows(DataException.class, data::connected);
        assertTrue(refused.getMessage().contains("[a, b], [c, d]"), refused.getMessage());
    }

    @Test
    void findsOutWhoTakesPart() throws IOException {
        Path file = Files.writeString(folder.resolve("pool.jsonl"), line(1, "b", "a", "tie", "tie", "people") + "\n" + line(1, "b", "c", "tie", "tie", "a") + "\n");
        assertEquals(new Roster(List.of("a", "b", "c"), List.of("people")), FastChatReader.roster(List.of(file), reading(false, false, Repeats.KEEP)));
    }

    @Test
    void tellsCostsOfTokensOrElseOfCharacters() throws IOException {
        JudgmentData data = read(line(1, "a", "b", "tie", "model_1", "c").replace("\"turn\": 1", "\"g1_user_prompt\": \"12345678\", \"g1_judgment\": \"1234\", \"g2_judgment\": \"5678\"") + "\n"
                + line(2, "a", "b", "tie", "model_1", "a").replace("\"turn\": 1", "\"prompt_tokens\": 70, \"completion_tokens\": 9, \"g1_judgment\": \"1234\""));
        assertEquals(2, data.tallies().get(2).promptTokens());
        assertEquals(2, data.tallies().get(2).completionTokens());
        assertEquals(70, data.tallies().get(0).promptTokens());
        assertEquals(9, data.tallies().get(0).completionTokens());
    }

    @Test
    void refusesParquetAndSaysWhatToDo() {
        DataException refused = assertThrows(DataException.class, () -> read("PAR1....PAR1"));
        assertTrue(refused.getMessage().contains("Write it as JSON lines first"), refused.getMessage());
    }

    @Test
    void understandsEscapedNames() throws IOException {
        Path file = Files.writeString(folder.resolve("escaped.jsonl"), line(1, "a\\u00e9\\\"", "b", "tie", "model_1", "b"));
        Roster roster = Roster.of(List.of("aé\"", "b"));
        assertEquals(1, new FastChatReader(roster, reading(true, false, Repeats.KEEP)).read("escaped", List.of(file)).counts().total());
    }

    @Test
    void writesWhatItReads() throws IOException {
        Path file = folder.resolve("written.jsonl");
        try (FastChatWriter writer = new FastChatWriter(POOL, Files.newOutputStream(file))) {
            for (int code = 0; code < VerdictPair.CODES; code++) {
                writer.write(code, code % 2, 2, 3, code);
            }
        }
        Judgments judgments = new FastChatReader(POOL, reading(true, false, Repeats.KEEP)).read("written", List.of(file)).judgments().orElseThrow();
        for (int code = 0; code < VerdictPair.CODES; code++) {
            assertEquals(code, judgments.verdicts()[code]);
            assertEquals(code % 2, judgments.first()[code]);
        }
    }
}
