package org.espalier.peerreview.live.internal.http;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where and how a model is asked.
 *
 * @param name              the model's name in the pool
 * @param base              base address, to which {@code /chat/completions} is added
 * @param model             name by which the server knows it
 * @param key               bearer token, if the server wants one
 * @param timeout           longest wait for a reply
 * @param retries           how often a failed request is repeated
 * @param requestsPerMinute pace; 0 for none
 * @param tokensPerMinute   pace; 0 for none
 * @param temperature       of sampling; empty leaves it to the server
 * @param maxTokens         longest reply
 * @param promptPrice       price of a million prompt tokens
 * @param completionPrice   price of a million completion tokens
 */
public record Endpoint(String name, URI base, String model, Optional<Secret> key, Duration timeout, int retries, int requestsPerMinute, int tokensPerMinute,
        Optional<Double> temperature, int maxTokens, double promptPrice, double completionPrice) {

    URI completions() {
        String address = base.toString();
        return URI.create((address.endsWith("/") ? address : address + "/") + "chat/completions");
    }

    /** Masks this endpoint's key in a text. */
    String mask(String text) {
        return key.map(secret -> secret.maskIn(text)).orElse(text);
    }
}
