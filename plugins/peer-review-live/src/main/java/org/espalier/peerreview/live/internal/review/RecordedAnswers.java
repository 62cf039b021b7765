package org.espalier.peerreview.live.internal.review;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.api.error.DataException;
import org.espalier.peerreview.live.Answer;
import org.espalier.peerreview.live.Answerer;
import org.espalier.peerreview.live.Question;

/** Answers that were given before, in FastChat's format: {@code question_id} and {@code choices[0].turns}. */
final class RecordedAnswers implements Answerer {
    private final String model;
    private final Map<String, List<String>> turns = new HashMap<>();

    RecordedAnswers(String model, Path file) {
        this.model = model;
        JsonLines.read(file, (fields, place) -> {
            List<?> choices = JsonLines.need(fields, "choices", List.class, place);
            if (choices.isEmpty() || !(choices.get(0) instanceof Map<?, ?> choice)) {
                throw new DataException(place + ": 'choices' should hold an object with 'turns'");
            }
            turns.put(JsonLines.id(fields, place), JsonLines.texts(choice, "turns", place));
        });
    }

    @Override
    public Optional<Answer> answer(Question question, int count) {
        return Optional.ofNullable(turns.get(question.id())).map(all -> new Answer(model, all.subList(0, Math.min(count, all.size()))));
    }
}
