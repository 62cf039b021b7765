package org.espalier.peerreview.live.internal.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.espalier.peerreview.live.Opinion;
import org.espalier.peerreview.live.Verdict;

/**
 * What a reviewer said of a pair in both orders.
 *
 * @param first  with the first author's answer shown first
 * @param second with the second author's answer shown first
 */
record Judgment(Contest contest, String reviewer, Opinion first, Opinion second) {

    /** As a line of FastChat's pair format. */
    Map<String, Object> line(String prompt, int turns, double seconds) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("question_id", number(contest.question().id()));
        line.put("model_1", contest.first());
        line.put("model_2", contest.second());
        line.put("g1_winner", winner(first.verdict(), "model_1", "model_2"));
        line.put("g2_winner", winner(second.verdict(), "model_2", "model_1"));
        line.put("judge", List.of(reviewer, prompt));
        line.put("g1_judgment", first.text());
        line.put("g2_judgment", second.text());
        line.put("turn", turns);
        line.put("tstamp", seconds);
        return line;
    }

    /** Whether the orders name different models: the reviewer liked a place, not an answer. */
    boolean flipped() {
        return first.verdict() == second.verdict() && (first.verdict() == Verdict.A || first.verdict() == Verdict.B);
    }

    private static String winner(Verdict verdict, String a, String b) {
        return switch (verdict) {
            case A -> a;
            case B -> b;
            case TIE -> "tie";
            case ERROR -> "error";
        };
    }

    private static Object number(String id) {
        return id.matches("\\d{1,18}") ? (Object) Long.valueOf(id) : id;
    }
}
