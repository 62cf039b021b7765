package org.espalier.peerreview.live.internal.http;

/**
 * What a model replied.
 *
 * @param text             the reply
 * @param promptTokens     as the server counted; a quarter of the characters if it did not
 * @param completionTokens likewise
 */
public record Reply(String text, long promptTokens, long completionTokens) {
    public long tokens() {
        return promptTokens + completionTokens;
    }

    /** The usual estimate where nobody counted. */
    public static long estimate(long characters) {
        return (characters + 3) / 4;
    }
}
