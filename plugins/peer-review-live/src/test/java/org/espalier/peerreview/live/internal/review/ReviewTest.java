package org.espalier.peerreview.live.internal.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

import org.espalier.api.error.InputException;
import org.espalier.peerreview.live.Question;
import org.espalier.peerreview.live.Questions;
import org.espalier.peerreview.live.internal.Misbehaving;
import org.espalier.peerreview.live.internal.http.Json;
import org.espalier.testkit.fixture.FolderArtefacts;
import org.espalier.testkit.fixture.RecordingProgress;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpExchange;

/** Whole reviews against a server on the loopback address: three models, two questions. */
class ReviewTest {
    private static final Questions QUESTIONS = new Questions(List.of(new Question("7", "writing", List.of("Why?"), List.of()), new Question("8", "math", List.of("1 + 1?"), List.of("2"))));

    @TempDir
    Path folder;

    private final RecordingProgress progress = new RecordingProgress();

    /** Answers with the own model's name on the server, judges for the longer answer. */
    private static void behave(HttpExchange exchange, String body) throws IOException {
        Misbehaving.say(exchange, body.contains("Assistant A") ? "[[A]]" : "an answer");
    }

    private Pool pool(Misbehaving server) throws IOException {
        Path file = folder.resolve("pool.json");
        Files.writeString(file, Json.write(Map.of("models", List.of(model("alpha", server), model("beta", server), model("gamma", server)))));
        return new Pool(new PoolSettings(file.toString(), Optional.empty(), 2, 0, false, 1), new TestRandomSource(1));
    }

    private static Map<String, Object> model(String name, Misbehaving server) {
        return Map.of("name", name, "base-url", server.base(), "model", "served", "retries", 1);
    }

    private Review review(long maxRequests) {
        return new Review(new ReviewSettings(folder.resolve("journal.jsonl").toString(), 4, maxRequests, 0), progress, new FolderArtefacts("review", folder), Clock.systemUTC());
    }

    private List<String> judgments() throws IOException {
        return Files.readAllLines(folder.resolve("judgments_pair.jsonl"));
    }

    @Test
    void asksEveryModelForAnswersAndDrawnReviewersForVerdictsInBothOrders() throws Exception {
        try (Misbehaving server = new Misbehaving((exchange, number, body) -> behave(exchange, body))) {
            review(0).train(pool(server), QUESTIONS);
            assertEquals(12, judgments().size(), "2 questions, 3 pairs, 2 reviewers");
            for (String line : judgments()) {
                Map<?, ?> fields = (Map<?, ?>) Json.read(line);
                assertEquals("model_1", fields.get("g1_winner"));
                assertEquals("model_2", fields.get("g2_winner"), "the server always likes what is shown first");
            }
            assertEquals(18, progress.reports().get(progress.reports().size() - 1).epoch());
        }
    }

    @Test
    void requestsNameNoModelOfThePool() throws Exception {
        try (Misbehaving server = new Misbehaving((exchange, number, body) -> behave(exchange, body))) {
            review(0).train(pool(server), QUESTIONS);
            for (String body : server.bodies()) {
                assertFalse(body.contains("alpha") || body.contains("beta") || body.contains("gamma"), body);
            }
        }
    }

    @Test
    void whatTheJournalHoldsIsNotAskedAgain() throws Exception {
        try (Misbehaving server = new Misbehaving((exchange, number, body) -> behave(exchange, body))) {
            Pool pool = pool(server);
            assertTrue(assertThrows(InputException.class, () -> review(5).train(pool, QUESTIONS)).getMessage().contains("5 requests is spent"));
            long kept = Files.lines(folder.resolve("journal.jsonl")).count();
            assertTrue(kept <= 5, () -> kept + " replies kept");
            review(0).train(pool, QUESTIONS);
            List<String> first = judgments();
            int asked = server.bodies().size();
            review(0).train(pool, QUESTIONS);
            assertEquals(asked, server.bodies().size(), "requests of the third review");
            assertEquals(first.size(), judgments().size());
        }
    }

    @Test
    void aReviewerThatCannotBeReachedGivesErrors() throws Exception {
        try (Misbehaving server = new Misbehaving((exchange, number, body) -> {
            if (body.contains("Assistant A")) {
                Misbehaving.say(exchange, "I like both of them");
            } else {
                behave(exchange, body);
            }
        })) {
            review(0).train(pool(server), QUESTIONS);
            assertTrue(judgments().stream().allMatch(line -> line.contains("\"g1_winner\":\"error\"")));
            assertTrue(server.bodies().stream().anyMatch(body -> body.contains("holds no verdict")), "asked once more");
        }
    }

    @Test
    void aRefusedKeyEndsTheReview() throws Exception {
        try (Misbehaving server = new Misbehaving((exchange, number, body) -> Misbehaving.send(exchange, 401, "no"))) {
            Pool pool = pool(server);
            assertThrows(InputException.class, () -> review(0).train(pool, QUESTIONS));
        }
    }

    @Test
    void stopsWhileModelsThink() throws Exception {
        CountDownLatch tested = new CountDownLatch(1);
        try (Misbehaving server = new Misbehaving((exchange, number, body) -> {
            try {
                tested.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        })) {
            Pool pool = pool(server);
            progress.stopAfterChecks(2);
            assertThrows(CancellationException.class, () -> review(0).train(pool, QUESTIONS));
            tested.countDown();
        }
    }

    @Test
    void recordedJudgmentsAreReplayedAndMissingOnesAreNotMadeUp() throws Exception {
        Files.writeString(folder.resolve("a.jsonl"), "{\"question_id\": 7, \"choices\": [{\"turns\": [\"because\"]}]}\n");
        Files.writeString(folder.resolve("r.jsonl"), "{\"question_id\": 7, \"model_1\": \"x\", \"model_2\": \"y\", \"g1_winner\": \"model_1\", \"g2_winner\": \"tie\"}\n");
        Path file = Files.writeString(folder.resolve("pool.json"), """
                {"models": [{"name": "x", "answers": "a.jsonl", "judgments": "r.jsonl"}, {"name": "y", "answers": "a.jsonl"}, {"name": "z", "answers": "a.jsonl"}]}""");
        review(0).train(new Pool(new PoolSettings(file.toString(), Optional.empty(), 5, 0, false, 1), new TestRandomSource(1)), QUESTIONS);
        assertEquals(1, judgments().size(), "of three pairs one is recorded");
        Map<?, ?> fields = (Map<?, ?>) Json.read(judgments().get(0));
        assertEquals("model_1", fields.get("g1_winner"));
        assertEquals("tie", fields.get("g2_winner"));
    }
}
