package org.espalier.peerreview.live.internal.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.dataset.Dataset;
import org.espalier.api.error.DataException;
import org.espalier.api.extension.DatasetExtension;
import org.espalier.peerreview.live.Question;
import org.espalier.peerreview.live.Questions;

import jakarta.inject.Inject;

/** Questions in FastChat's format: {@code question_id}, {@code category}, {@code turns}, and {@code reference} where there is one. */
@DatasetExtension(id = "peerreview.questions", title = "Questions to put to language models", data = Questions.KIND)
public final class QuestionFile implements Dataset<Questions> {
    private final DataFile file;
    private final int limit;

    @Inject
    public QuestionFile(QuestionsSettings settings) {
        this.file = settings.file().map(DataFile::external).orElse(DataFile.bundled("data/questions.jsonl"));
        this.limit = settings.limit();
    }

    @Override
    public List<DataFile> files() {
        return List.of(file);
    }

    @Override
    public Questions load(DataAccess files) throws IOException {
        Path path = files.path(file);
        List<Question> questions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        JsonLines.read(path, (fields, place) -> {
            Question question = new Question(JsonLines.id(fields, place), fields.get("category") instanceof String category ? category : "",
                    JsonLines.texts(fields, "turns", place), JsonLines.texts(fields, "reference", place));
            if (question.turns().isEmpty() || !ids.add(question.id())) {
                throw new DataException(place + ": question '" + question.id() + "' " + (question.turns().isEmpty() ? "asks nothing: 'turns' is empty" : "stands in the file twice"));
            }
            questions.add(question);
        });
        if (questions.isEmpty()) {
            throw new DataException(path + " holds no question");
        }
        return new Questions(limit == 0 ? questions : questions.subList(0, Math.min(limit, questions.size())));
    }
}
