package org.espalier.data.judgment;

/** What a reviewer said of a pair of answers, shown in one order. */
public enum Verdict {
    /** The first model's answer is better. */
    MODEL_1,
    /** The second model's answer is better. */
    MODEL_2,
    /** Neither is better. */
    TIE,
    /** The reply could not be read, or there was none. */
    ERROR;

    private static final Verdict[] ALL = values();

    /** The verdict of the other presentation order in the same terms: the two models change places. */
    public Verdict swapped() {
        return this == MODEL_1 ? MODEL_2 : this == MODEL_2 ? MODEL_1 : this;
    }

    static Verdict at(int ordinal) {
        return ALL[ordinal];
    }
}
