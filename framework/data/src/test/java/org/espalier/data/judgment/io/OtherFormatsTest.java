package org.espalier.data.judgment.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.espalier.api.error.DataException;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Judgments;
import org.espalier.data.judgment.Roster;
import org.espalier.data.judgment.Verdict;
import org.espalier.data.judgment.VerdictPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherFormatsTest {
    private static final Roster POOL = new Roster(List.of("a", "b", "c"), List.of("human"));

    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();
    private final Reading lenient = Reading.lenient(notes::add);

    private Path file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private RatingFile rating(String first, String second, String reviewer, String text) throws IOException {
        return new RatingFile(first, second, reviewer, file(first + second + reviewer, text));
    }

    @Test
    void joinsTheTwoOrdersOfRatings() throws IOException {
        RatingFile one = rating("a", "b", "c", "{\"question_id\": 1, \"text\": \"long\", \"score\": 1}\n{\"question_id\": 2, \"score\": 3}\n");
        RatingFile other = rating("b", "a", "c", "{\"question_id\": 1, \"score\": 1}\n{\"question_id\": 3, \"score\": 2}\n");
        Judgments judgments = new RatingReader(POOL, lenient).read("ratings", List.of(one, other), List.of()).judgments().orElseThrow();
        assertArrayEquals(new long[] {1, 2, 3}, judgments.questions());
        assertEquals(VerdictPair.code(Verdict.MODEL_1, Verdict.MODEL_2), judgments.verdicts()[0]);
        assertEquals(VerdictPair.code(Verdict.TIE, Verdict.ERROR), judgments.verdicts()[1]);
        assertEquals(VerdictPair.code(Verdict.MODEL_1, Verdict.ERROR), judgments.verdicts()[2]);
    }

    @Test
    void countsOtherScoresAsErrors() throws IOException {
        RatingFile file = rating("a", "b", "c", "{\"question_id\": 1, \"score\": 4}\n{\"question_id\": 2, \"score\": \"?\"}\n");
        JudgmentData data = new RatingReader(POOL, lenient).read("ratings", List.of(file), List.of());
        assertEquals(1, data.tallies().get(2).errorShare());
        assertTrue(notes.contains("2 verdicts of 'ratings' are none of the known values; they count as errors"), notes::toString);
    }

    @Test
    void takesEveryVoteOfPeople() throws IOException {
        RatingFile votes = rating("a", "b", "human", "{\"question_id\": 1, \"score\": 1}\n{\"question_id\": 1, \"score\": 2}\n{\"question_id\": 1, \"score\": 1}\n");
        JudgmentData data = new RatingReader(POOL, lenient).read("votes", List.of(), List.of(votes));
        assertEquals(2, data.counts().firstWins()[0]);
        assertEquals(1, data.counts().secondWins()[0]);
    }

    @Test
    void namesTheBrokenRating() throws IOException {
        RatingFile broken = rating("a", "b", "c", "{\"question_id\": 1, \"score\": 1}\n{\"question_id\": 1}\n");
        DataException refused = assertThrows(DataException.class, () -> new RatingReader(POOL, lenient).read("ratings", List.of(broken), List.of()));
        assertEquals("abc:2: a rating needs question_id and score; score is missing", refused.getMessage());
    }

    private static String vote(String first, String second, String won) {
        return "{\"response_A\": \"" + first + "\", \"response_B\": \"" + second + "\", \"Won\": \"" + won + "\", \"question_id\": 81, \"data_id\": \"x\"}";
    }

    @Test
    void readsVotes() throws IOException {
        Path votes = file("c/voting_records.jsonl", "[" + String.join(", ", vote("a", "b", "a"), vote("a", "b", "b"), vote("a", "b", "TIE"), vote("a", "b", "Tie"), vote("a", "b", "c"), vote("a", "z", "a")) + "]");
        byte[] verdicts = new VoteReader(POOL, lenient).read("votes", Map.of("c", votes)).judgments().orElseThrow().verdicts();
        assertEquals(5, verdicts.length);
        assertEquals(VerdictPair.FIRST_WINS, VerdictPair.outcome(verdicts[0]));
        assertEquals(VerdictPair.SECOND_WINS, VerdictPair.outcome(verdicts[1]));
        assertTrue(VerdictPair.flips(verdicts[2]));
        assertEquals(VerdictPair.ofOutcome(VerdictPair.TIE), verdicts[3]);
        assertEquals(VerdictPair.code(Verdict.ERROR, Verdict.ERROR), verdicts[4]);
        assertEquals(2, notes.stream().filter(note -> note.contains("'z' (1)") || note.startsWith("1 verdicts")).count(), notes::toString);
    }

    @Test
    void namesTheBrokenVote() throws IOException {
        Path votes = file("c/voting_records.jsonl", "[" + vote("a", "b", "a") + ", {\"response_A\": \"a\"}]");
        DataException refused = assertThrows(DataException.class, () -> new VoteReader(POOL, lenient).read("votes", Map.of("c", votes)));
        assertEquals("c/voting_records.jsonl, vote 2: a vote needs response_A, response_B and Won; Won is missing", refused.getMessage());
    }

    @Test
    void readsHumanJudgmentsOfMtBench() throws IOException {
        Path rows = file("human.jsonl", "{\"question_id\":81,\"model_a\":\"a\",\"model_b\":\"b\",\"winner\":\"model_b\",\"judge\":\"expert_0\",\"conversation_a\":[{\"content\":\"x\",\"role\":\"user\"}],\"turn\":1}\n"
                + "{\"question_id\":81,\"model_a\":\"a\",\"model_b\":\"b\",\"winner\":\"tie (inconsistent)\",\"judge\":[\"c\",\"pair\"],\"turn\":2}\n");
        Judgments judgments = new HumanJudgmentReader(POOL, lenient).read("human", List.of(rows)).judgments().orElseThrow();
        assertArrayEquals(new char[] {3, 2}, judgments.reviewers());
        assertEquals(0, judgments.points(0));
        assertTrue(VerdictPair.flips(judgments.verdicts()[1]));
    }

    private static final String TABLE = "model_1,model_2,reviewer,outcome,count\na,b,a,1,3\nb,a,human,0.5,2\nb,c,a,0,7\n";

    @Test
    void countsGoThroughBothForms() throws IOException {
        JudgmentData table = CountsFile.read("counts", file("counts.csv", TABLE), lenient);
        assertEquals(12, table.counts().total());
        StringWriter written = new StringWriter();
        CountsFile.writeTable(table, written);
        assertEquals("model_1,model_2,reviewer,outcome,count\na,b,a,1,3\na,b,human,0.5,2\nb,c,a,0,7\n", written.toString());
        JudgmentData binary = CountsFile.read("counts", Files.write(folder.resolve("counts.bin"), binary(table)), lenient);
        assertEquals(table.roster(), binary.roster());
        assertArrayEquals(table.counts().secondWins(), binary.counts().secondWins());
        assertArrayEquals(table.counts().pairStart(), binary.counts().pairStart());
        assertArrayEquals(table.tallies().get(0).verdicts(), binary.tallies().get(0).verdicts());
    }

    private static byte[] binary(JudgmentData data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CountsFile.writeBinary(data, out);
        return out.toByteArray();
    }

    @Test
    void explainsBinaryCountsCutOffAnywhere() throws IOException {
        byte[] whole = binary(CountsFile.read("counts", file("counts.csv", TABLE), lenient));
        for (int length = 4; length < whole.length; length++) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
            assertThrows(DataException.class, () -> CountsFile.read("cut", cut, lenient), "cut off after " + length + " bytes");
        }
    }

    @Test
    void namesTheBrokenCount() throws IOException {
        for (String row : List.of("a,b,a,2,1", "a,b,a,1,-1", "a,b,a,1,1.5", "a,a,b,1,1", "a,b,a,1,x")) {
            Path broken = file("broken.csv", TABLE + row + "\n");
            DataException refused = assertThrows(DataException.class, () -> CountsFile.read("broken", broken, lenient), row);
            assertTrue(refused.getMessage().startsWith("broken.csv:5: "), refused.getMessage());
        }
    }

    @Test
    void readsTrueOrdersOfBothForms() throws IOException {
        assertArrayEquals(new int[] {1, 0, -1}, GroundTruthReader.read(POOL.models(), file("order.txt", "b\nz\na\n"), "", notes::add));
        assertEquals(List.of("No true place is known of c; metrics leave them out"), notes);
        assertArrayEquals(new int[] {2, 0, 1}, GroundTruthReader.read(POOL.models(), file("ratings.csv", "model,elo\na,1\nb,3\nz,9\nc,2\n"), "elo", notes::add));
    }

    @Test
    void equalRatingsGoInTheOrderOfTheFile() throws IOException {
        assertArrayEquals(new int[] {2, 1, 0}, GroundTruthReader.read(POOL.models(), file("ratings.csv", "model,elo\nc,2\nb,1\na,1\n"), "elo", notes::add));
        assertEquals(List.of("Equal true ratings of a, b: they are placed in the order of the file"), notes);
    }

    @Test
    void aNameHasOneTruePlace() throws IOException {
        Path twice = file("order.txt", "a\nb\na\n");
        assertEquals("order.txt:3: 'a' has a place already", assertThrows(DataException.class, () -> GroundTruthReader.read(POOL.models(), twice, "", notes::add)).getMessage());
    }
}
