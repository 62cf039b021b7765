package org.espalier.peerreview.live.internal.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.espalier.api.error.InputException;

/**
 * Asks an OpenAI-compatible endpoint. What may pass (429, 5xx, time-outs, broken connections, unreadable replies) is tried again after a pause; what will
 * not (401, 403, 404 and other refusals) ends the review at once.
 */
public final class HttpChat implements Chat {
    private static final int SHOWN = 200;

    private final Endpoint endpoint;
    private final HttpClient client;
    private final Pace pace;
    private final Backoff backoff;
    private final Consumer<String> troubles;

    /** @param troubles told of each failed attempt, in a sentence */
    public HttpChat(Endpoint endpoint, HttpClient client, Consumer<String> troubles) {
        this(endpoint, client, Backoff.USUAL, troubles);
    }

    HttpChat(Endpoint endpoint, HttpClient client, Backoff backoff, Consumer<String> troubles) {
        this.endpoint = endpoint;
        this.client = client;
        this.pace = new Pace(endpoint.requestsPerMinute(), endpoint.tokensPerMinute(), System::nanoTime);
        this.backoff = backoff;
        this.troubles = troubles;
    }

    @Override
    public Optional<Reply> ask(List<Message> conversation) throws InterruptedException {
        String body = ChatRequest.body(endpoint, conversation);
        for (int attempt = 1;; attempt++) {
            pace.await(Reply.estimate(body.length()) + endpoint.maxTokens());
            Duration pause;
            try {
                HttpResponse<String> response = client.send(ChatRequest.of(endpoint, body), BodyHandlers.ofString());
                if (response.statusCode() == 200) {
                    return Optional.of(ChatRequest.reply(response.body(), body));
                }
                refuseHopeless(response);
                pause = retryAfter(response);
                trouble("HTTP " + response.statusCode(), attempt);
            } catch (IOException e) {
                pause = Duration.ZERO;
                trouble(String.valueOf(e.getMessage()), attempt);
            }
            if (attempt > endpoint.retries()) {
                return Optional.empty();
            }
            TimeUnit.MILLISECONDS.sleep(backoff.after(attempt, pause).toMillis());
        }
    }

    private void refuseHopeless(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status == 408 || status == 429 || status >= 500) {
            return;
        }
        String advice = switch (status) {
            case 401, 403 -> "check the key in the environment variable that the pool names";
            case 404 -> "check the base address and the model's name '" + endpoint.model() + "'";
            default -> "check what the pool says of this endpoint";
        };
        throw new InputException("Asking '" + endpoint.name() + "' at " + endpoint.base() + " was refused with HTTP " + status + " (" + shortened(response.body()) + "): " + advice
                + ". Replies so far are in the journal.");
    }

    /** As the server wishes, if it says so in seconds. */
    private static Duration retryAfter(HttpResponse<String> response) {
        return response.headers().firstValue("Retry-After").filter(value -> value.matches("\\d{1,6}")).map(value -> Duration.ofSeconds(Long.parseLong(value))).orElse(Duration.ZERO);
    }

    private void trouble(String what, int attempt) {
        troubles.accept("'" + endpoint.name() + "', attempt " + attempt + " of " + (endpoint.retries() + 1) + ": " + shortened(what));
    }

    private String shortened(String text) {
        String line = endpoint.mask(text).replaceAll("\\s+", " ").strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
