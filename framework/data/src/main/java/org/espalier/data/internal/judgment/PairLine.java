package org.espalier.data.internal.judgment;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.espalier.data.internal.json.JsonCursor;
import org.espalier.data.internal.json.JsonProblem;
import org.espalier.data.internal.json.NameTable;
import org.espalier.data.judgment.Verdict;

/** Reads one line of FastChat's pair judgments: only the fields that count are looked at. */
public final class PairLine {
    private static final int CHARACTERS_PER_TOKEN = 4;
    private static final byte[] QUESTION = "question_id".getBytes(US_ASCII);
    private static final byte[] MODEL_1 = "model_1".getBytes(US_ASCII);
    private static final byte[] MODEL_2 = "model_2".getBytes(US_ASCII);
    private static final byte[] G1_WINNER = "g1_winner".getBytes(US_ASCII);
    private static final byte[] G2_WINNER = "g2_winner".getBytes(US_ASCII);
    private static final byte[] JUDGE = "judge".getBytes(US_ASCII);
    private static final byte[] G1_REPLY = "g1_judgment".getBytes(US_ASCII);
    private static final byte[] G2_REPLY = "g2_judgment".getBytes(US_ASCII);
    private static final byte[] G1_PROMPT = "g1_user_prompt".getBytes(US_ASCII);
    private static final byte[] G2_PROMPT = "g2_user_prompt".getBytes(US_ASCII);
    private static final byte[] PROMPT_TOKENS = "prompt_tokens".getBytes(US_ASCII);
    private static final byte[] COMPLETION_TOKENS = "completion_tokens".getBytes(US_ASCII);
    private static final byte[][] WINNERS = {"model_1".getBytes(US_ASCII), "model_2".getBytes(US_ASCII), "tie".getBytes(US_ASCII), "error".getBytes(US_ASCII)};
    private static final int NO_ORDER = -1;
    private static final int NOT_SEEN = -2;

    private final Names names;
    private final JsonCursor cursor = new JsonCursor();
    private Collector collector;
    private boolean hasQuestion;
    private long question;
    private int first;
    private int second;
    private int reviewer;
    private int verdict1;
    private int verdict2;
    private long promptCharacters;
    private long replyCharacters;
    private long promptTokens;
    private long replyTokens;
    private String unknown;

    public PairLine(Names names) {
        this.names = names;
    }

    /** Reads a line into a collector. Nothing is added if the line is broken. */
    public void read(byte[] text, int from, int to, Collector target) {
        collector = target;
        clear();
        cursor.open(text, from, to);
        if (cursor.enter('{')) {
            do {
                cursor.name();
                field();
            } while (cursor.more('}'));
        }
        cursor.finish();
        add();
    }

    private void clear() {
        hasQuestion = false;
        first = second = reviewer = NOT_SEEN;
        verdict1 = verdict2 = NO_ORDER;
        promptCharacters = replyCharacters = promptTokens = replyTokens = 0;
        unknown = null;
    }

    private void field() {
        switch (cursor.length()) {
            case 5 -> readIf(JUDGE, this::judge);
            case 7 -> modelField();
            case 9 -> winnerField();
            case 11 -> elevenLetters();
            case 13 -> readIf(PROMPT_TOKENS, () -> promptTokens = cursor.integer());
            case 14 -> readPrompt();
            case 17 -> readIf(COMPLETION_TOKENS, () -> replyTokens = cursor.integer());
            default -> cursor.skip();
        }
    }

    private void readIf(byte[] name, Runnable read) {
        if (cursor.is(name)) {
            read.run();
        } else {
            cursor.skip();
        }
    }

    private void modelField() {
        if (cursor.is(MODEL_1)) {
            first = model();
        } else if (cursor.is(MODEL_2)) {
            second = model();
        } else {
            cursor.skip();
        }
    }

    private int model() {
        cursor.string();
        return known(names.model(cursor));
    }

    private int known(int place) {
        if (place == NameTable.UNKNOWN) {
            unknown = cursor.text();
        }
        return place;
    }

    private void winnerField() {
        if (cursor.is(G1_WINNER)) {
            verdict1 = winner();
        } else if (cursor.is(G2_WINNER)) {
            verdict2 = winner();
        } else {
            cursor.skip();
        }
    }

    private int winner() {
        cursor.string();
        for (int verdict = 0; verdict < WINNERS.length; verdict++) {
            if (cursor.is(WINNERS[verdict])) {
                return verdict;
            }
        }
        collector.oddVerdict();
        return Verdict.ERROR.ordinal();
    }

    private void elevenLetters() {
        if (cursor.is(QUESTION)) {
            question = Names.question(cursor);
            hasQuestion = true;
        } else if (cursor.is(G1_REPLY) || cursor.is(G2_REPLY)) {
            replyCharacters += characters();
        } else {
            cursor.skip();
        }
    }

    private void readPrompt() {
        if (cursor.is(G1_PROMPT) || cursor.is(G2_PROMPT)) {
            promptCharacters += characters();
        } else {
            cursor.skip();
        }
    }

    private int characters() {
        boolean text = cursor.peek() == '"';
        cursor.skip();
        return text ? cursor.length() : 0;
    }

    private void judge() {
        if (cursor.peek() != '[') {
            cursor.string();
            reviewer = known(names.reviewer(cursor));
        } else if (cursor.enter('[')) {
            cursor.string();
            reviewer = known(names.reviewer(cursor));
            while (cursor.more(']')) {
                cursor.skip();
            }
        }
    }

    private void add() {
        if (!hasQuestion || first == NOT_SEEN || second == NOT_SEEN || reviewer == NOT_SEEN || verdict1 == NO_ORDER && verdict2 == NO_ORDER) {
            throw new JsonProblem("a pair judgment needs question_id, model_1, model_2, judge and g1_winner or g2_winner; " + missing() + " is missing");
        }
        if (unknown != null) {
            collector.unknown(unknown);
            return;
        }
        if (first == second) {
            throw new JsonProblem("model_1 and model_2 are the same model");
        }
        collector.add(question, first, second, reviewer, code());
        collector.cost(reviewer, promptTokens > 0 ? promptTokens : promptCharacters / CHARACTERS_PER_TOKEN, replyTokens > 0 ? replyTokens : replyCharacters / CHARACTERS_PER_TOKEN);
    }

    /** An order that was not recorded counts as an error, after the one that was. */
    private int code() {
        int error = Verdict.ERROR.ordinal();
        int one = verdict1 == NO_ORDER ? verdict2 : verdict1;
        int other = verdict1 == NO_ORDER || verdict2 == NO_ORDER ? error : verdict2;
        return one * WINNERS.length + other;
    }

    private String missing() {
        return !hasQuestion ? "question_id" : first == NOT_SEEN ? "model_1" : second == NOT_SEEN ? "model_2" : reviewer == NOT_SEEN ? "judge" : "g1_winner";
    }
}
