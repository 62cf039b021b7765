package org.espalier.data.judgment;

import static org.espalier.data.judgment.Verdict.ERROR;
import static org.espalier.data.judgment.Verdict.MODEL_1;
import static org.espalier.data.judgment.Verdict.MODEL_2;

/**
 * The two verdicts of one reviewer on one pair, the answers shown in both orders, as a number below {@value #CODES}: four times the first verdict plus the second.
 * Outcome for the first model (Ning et al., arXiv 2402.01830): it wins if more verdicts name it than the second model, loses if fewer, ties if as many.
 */
public final class VerdictPair {
    /** Number of codes. */
    public static final int CODES = 16;
    /** Outcome: the first model won. */
    public static final int FIRST_WINS = 0;
    /** Outcome: the second model won. */
    public static final int SECOND_WINS = 1;
    /** Outcome: neither won. */
    public static final int TIE = 2;
    /** Number of outcomes. */
    public static final int OUTCOMES = 3;

    private static final byte[] OUTCOME = new byte[CODES];

    static {
        for (int code = 0; code < CODES; code++) {
            int lead = lead(first(code)) + lead(second(code));
            OUTCOME[code] = (byte) (lead > 0 ? FIRST_WINS : lead < 0 ? SECOND_WINS : TIE);
        }
    }

    private VerdictPair() {
    }

    private static int lead(Verdict verdict) {
        return verdict == MODEL_1 ? 1 : verdict == MODEL_2 ? -1 : 0;
    }

    /** The code of two verdicts: {@code first} on the order (1, 2), {@code second} on the order (2, 1). */
    public static int code(Verdict first, Verdict second) {
        return first.ordinal() * Verdict.values().length + second.ordinal();
    }

    /** A code with this outcome, for judgments whose single verdicts are not recorded. */
    public static int ofOutcome(int outcome) {
        Verdict both = outcome == FIRST_WINS ? MODEL_1 : outcome == SECOND_WINS ? MODEL_2 : Verdict.TIE;
        return code(both, both);
    }

    /** The verdict on the order (1, 2). */
    public static Verdict first(int code) {
        return Verdict.at(code >> 2);
    }

    /** The verdict on the order (2, 1). */
    public static Verdict second(int code) {
        return Verdict.at(code & 3);
    }

    /** {@link #FIRST_WINS}, {@link #SECOND_WINS} or {@link #TIE}. */
    public static int outcome(int code) {
        return OUTCOME[code];
    }

    /** Points of the first model: 1, 0 or 0.5. */
    public static double points(int code) {
        return OUTCOME[code] == FIRST_WINS ? 1 : OUTCOME[code] == SECOND_WINS ? 0 : 0.5;
    }

    /** Whether one of the verdicts could not be read. */
    public static boolean hasError(int code) {
        return first(code) == ERROR || second(code) == ERROR;
    }

    /** Whether the two orders name different models: the reviewer went by position. */
    public static boolean flips(int code) {
        return lead(first(code)) * lead(second(code)) < 0;
    }
}
