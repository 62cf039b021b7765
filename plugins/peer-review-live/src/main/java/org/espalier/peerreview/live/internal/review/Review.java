package org.espalier.peerreview.live.internal.review;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

import org.espalier.api.error.DataException;
import org.espalier.api.extension.TrainerExtension;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.metric.Predictions;
import org.espalier.api.run.Artefacts;
import org.espalier.api.run.Progress;
import org.espalier.api.trainer.Trained;
import org.espalier.api.trainer.Trainer;
import org.espalier.api.dataset.Part;
import org.espalier.peerreview.live.Questions;
import org.espalier.peerreview.live.internal.http.Json;
import org.espalier.peerreview.live.internal.journal.Journal;
import org.espalier.peerreview.live.internal.pool.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jakarta.inject.Inject;

/** Holds a review: asks the pool's models for answers and for judgments of each other's, and keeps both as artefacts. */
@TrainerExtension(id = "peerreview.review", title = "Ask models for answers and reviews", form = Pool.FORM, data = Questions.KIND)
public final class Review implements Trainer<Pool, Questions> {
    private static final Logger LOG = LoggerFactory.getLogger(Review.class);
    private static final int REPORTS = 100;

    private final ReviewSettings settings;
    private final Progress progress;
    private final Artefacts artefacts;
    private final Clock clock;

    @Inject
    public Review(ReviewSettings settings, Progress progress, Artefacts artefacts, Clock clock) {
        this.settings = settings;
        this.progress = progress;
        this.artefacts = artefacts;
        this.clock = clock;
    }

    @Override
    public Trained train(Pool pool, Questions questions) {
        Ledger ledger = new Ledger(settings.maxRequests(), settings.maxTokens());
        try (Journal journal = Journal.open(Path.of(settings.journal())); Workforce workforce = new Workforce(settings.concurrency(), progress)) {
            Voices voices = Voices.of(pool.participants().all(), pool.prompts(), journal, ledger, LOG::info);
            hold(new Session(voices, workforce, ledger, pool.turns()), pool, questions);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the review was interrupted");
        }
        pool.counted(ledger);
        return new Held();
    }

    private void hold(Session session, Pool pool, Questions questions) throws InterruptedException {
        List<Contest> contests = pool.contests(questions);
        List<String> authors = pool.participants().authors();
        int answersWanted = authors.size() * questions.all().size();
        int total = answersWanted + contests.stream().mapToInt(contest -> contest.reviewers().size()).sum();
        List<Session.Answered> answers = session.answers(questions, authors, reporting(0, total));
        artefacts.save("answers.jsonl", out -> lines(out, answers.stream().map(Review::answerLine).toList()));
        List<Judgment> judgments = session.judgments(contests, answers, reporting(answersWanted, total));
        if (judgments.isEmpty()) {
            throw new DataException("The review brought no judgment at all: of " + answersWanted + " answers there are " + answers.size() + ", and no pair was judged. See the log for what the models replied.");
        }
        double seconds = clock.millis() / 1e3;
        artefacts.save("judgments_pair.jsonl", out -> lines(out, judgments.stream()
                .map(judgment -> judgment.line(pool.prompts().name(judgment.contest().question(), pool.turns()), pool.turns(), seconds)).toList()));
    }

    /** Tells at most so often how much is done. */
    private IntConsumer reporting(int before, int total) {
        int every = Math.max(1, total / REPORTS);
        return done -> {
            if ((before + done) % every == 0 || before + done == total) {
                progress.epoch(before + done, total, Map.of());
            }
        };
    }

    private static Map<String, Object> answerLine(Session.Answered given) {
        return Map.of("question_id", given.question().id(), "model_id", given.answer().model(), "choices", List.of(Map.of("index", 0, "turns", given.answer().turns())));
    }

    private static void lines(OutputStream out, List<Map<String, Object>> lines) throws java.io.IOException {
        for (Map<String, Object> line : lines) {
            out.write((Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A review that was held: nothing is predicted, and there is no network to look into. */
    private record Held() implements Trained {
        @Override
        public Predictions predict(Part part) {
            throw new IllegalStateException("A review predicts nothing: rank its judgments in a later stage");
        }

        @Override
        public void inspect(Inspector inspector) {
            // the pool's inspector knows all it reports from its ledger
        }
    }
}
