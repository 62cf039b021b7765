package org.espalier.peerreview.internal.data;

/** The forms in which judgments are published. */
enum Format {
    /** FastChat's pair judgments, an object a line. */
    FAST_CHAT,
    /** PRD's ratings, a file per reviewer and ordered pair, named {@code answer_A-vs-answer_B-REVIEWER-reviewer….jsonl}. */
    RATINGS,
    /** De-Arena's votes, a file per reviewer in a folder of the reviewer's name. */
    VOTES,
    /** lmsys/mt_bench_human_judgments as JSON lines. */
    HUMAN,
    /** Counts, as a table or binary. */
    COUNTS
}
