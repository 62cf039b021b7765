package org.espalier.peerreview.live.internal.review;

import org.espalier.api.config.Param;

/** Parameters of {@link Review}. */
public record ReviewSettings(
        @Param(value = "File that keeps every reply; what stands there is not asked again", def = "peerreview-journal.jsonl") String journal,
        @Param(value = "Requests under way at a time, over all models", def = "8", min = 1, max = 256) int concurrency,
        @Param(value = "Stop after so many new requests; 0 for no limit", def = "0", min = 0) long maxRequests,
        @Param(value = "Stop once new requests have used so many tokens; 0 for no limit", def = "0", min = 0, unit = "tokens") long maxTokens) {
}
