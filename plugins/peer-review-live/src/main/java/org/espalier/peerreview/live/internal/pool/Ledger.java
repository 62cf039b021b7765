package org.espalier.peerreview.live.internal.pool;

import java.util.Map;
import java.util.TreeMap;

import org.espalier.api.error.InputException;
import org.espalier.peerreview.live.Verdict;
import org.espalier.peerreview.live.internal.http.Reply;

/** Counts what was asked and said, by model. Safe for several threads. */
public final class Ledger {
    private final Map<String, Account> accounts = new TreeMap<>();
    private final long maxRequests;
    private final long maxTokens;
    private long requests;
    private long tokens;

    /** @param maxRequests and {@code maxTokens}: what may be spent on new requests; 0 for no limit */
    public Ledger(long maxRequests, long maxTokens) {
        this.maxRequests = maxRequests;
        this.maxTokens = maxTokens;
    }

    /** A reply that was paid for now. */
    public synchronized void asked(String model, Reply reply) {
        tokens += reply.tokens();
        account(model).count(reply, 1);
    }

    /** A reply from the journal. */
    public synchronized void remembered(String model, Reply reply) {
        account(model).count(reply, 0);
    }

    /** A verdict on one order of a pair. */
    public synchronized void judged(String reviewer, Verdict verdict) {
        account(reviewer).judged(verdict);
    }

    /** A pair seen in both orders: whether the reviewer preferred a place rather than an answer. */
    public synchronized void paired(String reviewer, boolean flipped) {
        account(reviewer).paired(flipped);
    }

    /** An attempt that failed, whatever came of the next. */
    public synchronized void failed(String model) {
        account(model).failed();
    }

    /** A recorded judgment that was not there. */
    public synchronized void missing(String reviewer) {
        account(reviewer).missing();
    }

    /** Takes a place among the requests. @throws InputException if nothing is left to spend */
    public synchronized void refuseBeyondBudget() {
        requests++;
        if (maxRequests > 0 && requests > maxRequests) {
            throw new InputException("The budget of " + maxRequests + " requests is spent. All replies are in the journal: raise 'max-requests' and run again to go on from there.");
        }
        if (maxTokens > 0 && tokens >= maxTokens) {
            throw new InputException("The budget of " + maxTokens + " tokens is spent (" + tokens + " used). All replies are in the journal: raise 'max-tokens' and run again to go on from there.");
        }
    }

    /** The counts by model, in alphabetical order. */
    public synchronized Map<String, Account> accounts() {
        return new TreeMap<>(accounts);
    }

    private Account account(String model) {
        return accounts.computeIfAbsent(model, name -> new Account());
    }
}
