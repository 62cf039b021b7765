package org.espalier.peerreview.internal.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.espalier.api.error.DataException;
import org.espalier.api.error.InputException;
import org.espalier.api.run.Artefact;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Repeats;
import org.espalier.testkit.fixture.FilesAccess;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedDatasetTest {
    private static final String LINE = "{\"question_id\": 1, \"model_1\": \"a\", \"model_2\": \"b\", \"g1_winner\": \"model_1\", \"g2_winner\": \"tie\", \"judge\": [\"a\", \"pair\"]}\n";

    @TempDir
    Path folder;

    private JudgmentData load(RecordedDataset dataset) throws IOException {
        dataset.files();
        return dataset.load(new FilesAccess(RecordedDataset.class, folder, List.of(folder)));
    }

    private static RecordedDataset dataset(List<String> files, Optional<Artefact> artefact, Format format, List<String> models, Optional<String> truth) {
        return new RecordedDataset(new RecordedDataset.Parameters(files, artefact, format, models, List.of(), truth, "rating", 1, false, Repeats.KEEP, false, false, true), new TestRandomSource(1));
    }

    @Test
    void readsFilesAndTheirTruth() throws IOException {
        Files.writeString(folder.resolve("x_pair.jsonl"), LINE);
        Files.writeString(folder.resolve("order.txt"), "b\na\n");
        JudgmentData data = load(dataset(List.of("x_pair.jsonl"), Optional.empty(), Format.FAST_CHAT, List.of(), Optional.of("order.txt")));
        assertEquals(List.of("a", "b"), data.roster().models());
        assertArrayEquals(new int[] {1, 0}, data.truth());
    }

    @Test
    void readsWhatAnEarlierStageRecorded() throws IOException {
        Path made = Files.writeString(folder.resolve("made_pair.jsonl"), LINE + LINE.replace("\"a\", \"pair\"", "\"b\", \"pair\""));
        assertEquals(2, load(dataset(List.of(), Optional.of(new Artefact("review", "made_pair.jsonl", made)), Format.FAST_CHAT, List.of(), Optional.empty())).counts().total());
    }

    @Test
    void saysThatTheStageHasToRunFirst() {
        Artefact missing = new Artefact("review", "judgments.jsonl", folder.resolve("nothing"));
        DataException refused = assertThrows(DataException.class, () -> load(dataset(List.of(), Optional.of(missing), Format.FAST_CHAT, List.of(), Optional.empty())));
        assertTrue(refused.getMessage().contains("stage 'review'"), refused.getMessage());
    }

    @Test
    void wantsFilesOrAStage() {
        assertThrows(InputException.class, () -> dataset(List.of(), Optional.empty(), Format.FAST_CHAT, List.of(), Optional.empty()).files());
        assertThrows(InputException.class, () -> dataset(List.of("x"), Optional.of(new Artefact("s", "a", folder)), Format.FAST_CHAT, List.of(), Optional.empty()).files());
    }

    @Test
    void readsRatingsByTheNamesOfTheirFiles() throws IOException {
        for (String name : List.of("answer_a-vs-answer_b-1-b-1-reviewer_threeclass.jsonl", "answer_b-1-vs-answer_a-b-1-reviewer-threeclass.jsonl", "answer-a-vs-answer-b-1-a-reviewer.jsonl")) {
            Files.writeString(folder.resolve(name), "{\"question_id\": 1, \"score\": 1}\n");
        }
        List<String> files = List.of("answer_a-vs-answer_b-1-b-1-reviewer_threeclass.jsonl", "answer_b-1-vs-answer_a-b-1-reviewer-threeclass.jsonl", "answer-a-vs-answer-b-1-a-reviewer.jsonl");
        JudgmentData data = load(dataset(files, Optional.empty(), Format.RATINGS, List.of("a", "b-1"), Optional.empty()));
        assertEquals(1, data.counts().total());
        assertEquals(1, data.tallies().get(1).flipShare());
    }

    @Test
    void votesNeedNamesOfModels() {
        assertThrows(InputException.class, () -> {
            Files.writeString(folder.resolve("votes.jsonl"), "[]");
            load(dataset(List.of("votes.jsonl"), Optional.empty(), Format.VOTES, List.of(), Optional.empty()));
        });
    }
}
