package org.espalier.peerreview.live.internal.review;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.espalier.peerreview.live.Answer;
import org.espalier.peerreview.live.Opinion;
import org.espalier.peerreview.live.Question;
import org.espalier.peerreview.live.Reviewer;
import org.espalier.peerreview.live.Verdict;

/** Judgments that one reviewer gave before, in FastChat's pair format. What was not recorded is not answered. */
final class RecordedReviews implements Reviewer {
    private final Map<Shown, Opinion> opinions = new HashMap<>();

    /** A pair in the order shown. */
    private record Shown(String question, String a, String b) {
    }

    RecordedReviews(Path file) {
        JsonLines.read(file, (fields, place) -> {
            String question = JsonLines.id(fields, place);
            String first = JsonLines.need(fields, "model_1", String.class, place);
            String second = JsonLines.need(fields, "model_2", String.class, place);
            opinions.put(new Shown(question, first, second), opinion(fields, "g1", "model_1", "model_2"));
            opinions.put(new Shown(question, second, first), opinion(fields, "g2", "model_2", "model_1"));
        });
    }

    private static Opinion opinion(Map<?, ?> fields, String order, String a, String b) {
        Object winner = fields.get(order + "_winner");
        Verdict verdict = a.equals(winner) ? Verdict.A : b.equals(winner) ? Verdict.B : "tie".equals(winner) ? Verdict.TIE : Verdict.ERROR;
        return new Opinion(verdict, fields.get(order + "_judgment") instanceof String text ? text : "");
    }

    @Override
    public Optional<Opinion> review(Question question, Answer a, Answer b) {
        return Optional.ofNullable(opinions.get(new Shown(question.id(), a.model(), b.model())));
    }
}
