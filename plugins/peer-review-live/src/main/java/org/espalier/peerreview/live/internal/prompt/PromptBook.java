package org.espalier.peerreview.live.internal.prompt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.api.error.InputException;
import org.espalier.peerreview.live.Answer;
import org.espalier.peerreview.live.Question;
import org.espalier.peerreview.live.internal.http.Json;
import org.espalier.peerreview.live.internal.http.Message;

/** The four templates of a review: one turn or two, with a reference answer or without. In FastChat's format of judge prompts. */
public final class PromptBook {
    private static final String PLAIN = "pair-v2";
    private static final String REFERENCE = "pair-math-v1";
    private static final String TURNS = "-multi-turn";

    private final Map<String, Prompt> prompts;

    private PromptBook(Map<String, Prompt> prompts) {
        this.prompts = prompts;
    }

    /** The built-in templates, or those of a file. @throws InputException if the file cannot be read or lacks a template */
    public static PromptBook of(Optional<Path> file) {
        try (Reader reader = file.isPresent() ? Files.newBufferedReader(file.get()) : builtIn()) {
            return new PromptBook(read(reader, file.map(Path::toString).orElse("built-in prompts")));
        } catch (IOException e) {
            throw new InputException("The prompts " + file.map(Path::toString).orElse("") + " cannot be read: " + e.getMessage() + ". Name a file in FastChat's format of judge prompts.", e);
        }
    }

    private static Reader builtIn() {
        return new InputStreamReader(PromptBook.class.getResourceAsStream("prompts.jsonl"), StandardCharsets.UTF_8);
    }

    private static Map<String, Prompt> read(Reader reader, String source) {
        Map<String, Prompt> prompts = new HashMap<>();
        new BufferedReader(reader).lines().filter(line -> !line.isBlank()).forEach(line -> {
            try {
                if (Json.read(line) instanceof Map<?, ?> fields && fields.get("name") instanceof String name && fields.get("prompt_template") instanceof String template) {
                    prompts.put(name, new Prompt(name, String.valueOf(fields.get("system_prompt")), template));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        for (String name : List.of(PLAIN, REFERENCE, PLAIN + TURNS, REFERENCE + TURNS)) {
            if (!prompts.containsKey(name)) {
                throw new InputException("The prompts of " + source + " lack '" + name + "': they have " + prompts.keySet());
            }
        }
        return prompts;
    }

    /** Name of the template for a question. */
    public String name(Question question, int turns) {
        return prompt(question, turns).name();
    }

    /** What the reviewer is sent; no model is named. */
    public List<Message> conversation(Question question, Answer a, Answer b) {
        Prompt prompt = prompt(question, a.turns().size());
        return List.of(Message.system(prompt.system()), Message.user(prompt.fill(values(question, a, b))));
    }

    private Prompt prompt(Question question, int turns) {
        return prompts.get((question.reference().isEmpty() ? PLAIN : REFERENCE) + (turns > 1 ? TURNS : ""));
    }

    private static Map<String, String> values(Question question, Answer a, Answer b) {
        Map<String, String> values = new HashMap<>(Map.of("question", question.turns().get(0), "answer_a", a.turns().get(0), "answer_b", b.turns().get(0)));
        number(values, "question_", question.turns());
        number(values, "ref_answer_", question.reference());
        number(values, "answer_a_", a.turns());
        number(values, "answer_b_", b.turns());
        return values;
    }

    private static void number(Map<String, String> values, String place, List<String> turns) {
        for (int turn = 0; turn < turns.size(); turn++) {
            values.put(place + (turn + 1), turns.get(turn));
        }
    }
}
