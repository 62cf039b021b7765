package org.espalier.peerreview.live.internal.pool;

import org.espalier.peerreview.live.Verdict;
import org.espalier.peerreview.live.internal.http.Reply;

/** The counts of one model. Guarded by its ledger. */
public final class Account {
    private long prompts;
    private long paid;
    private long promptTokens;
    private long completionTokens;
    private long verdicts;
    private long errors;
    private long ties;
    private long pairs;
    private long flips;
    private long missing;
    private long failures;

    void count(Reply reply, int newly) {
        prompts++;
        paid += newly;
        promptTokens += reply.promptTokens();
        completionTokens += reply.completionTokens();
    }

    void judged(Verdict verdict) {
        verdicts++;
        errors += verdict == Verdict.ERROR ? 1 : 0;
        ties += verdict == Verdict.TIE ? 1 : 0;
    }

    void paired(boolean flipped) {
        pairs++;
        flips += flipped ? 1 : 0;
    }

    void missing() {
        missing++;
    }

    void failed() {
        failures++;
    }

    /** Replies used, from the journal or asked for. */
    public long prompts() {
        return prompts;
    }

    /** Replies asked for in this run. */
    public long paid() {
        return paid;
    }

    public long promptTokens() {
        return promptTokens;
    }

    public long completionTokens() {
        return completionTokens;
    }

    /** Verdicts on one order each. */
    public long verdicts() {
        return verdicts;
    }

    public long errors() {
        return errors;
    }

    public long ties() {
        return ties;
    }

    /** Pairs judged in both orders. */
    public long pairs() {
        return pairs;
    }

    /** Pairs in which the two orders name different models. */
    public long flips() {
        return flips;
    }

    /** Recorded judgments that were not there. */
    public long missingRecords() {
        return missing;
    }

    /** Attempts that failed and were repeated or given up. */
    public long failures() {
        return failures;
    }
}
