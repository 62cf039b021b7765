package org.espalier.peerreview.live.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.espalier.api.error.InputException;
import org.espalier.peerreview.live.internal.Misbehaving;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpChatTest {
    private static final String KEY = "sk-very-secret-key";
    private static final Backoff QUICK = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5));

    private final List<String> troubles = new ArrayList<>();

    private Optional<Reply> ask(Misbehaving server, int retries, Duration timeout) throws InterruptedException {
        Endpoint endpoint = new Endpoint("alpha", URI.create(server.base()), "alpha-7b", Optional.of(new Secret(KEY)), timeout, retries, 0, 0, Optional.of(0.0), 64, 0, 0);
        return new HttpChat(endpoint, HttpClient.newHttpClient(), QUICK, troubles::add).ask(List.of(Message.user("Hello?")));
    }

    @Test
    void repliesWithTextAndTokensAsTheServerCounts() throws Exception {
        try (Misbehaving server = new Misbehaving((exchange, number, body) -> Misbehaving.say(exchange, "Good day."))) {
            assertEquals(Optional.of(new Reply("Good day.", 11, 3)), ask(server, 0, Duration.ofSeconds(5)));
            assertEquals(List.of("Bearer " + KEY), server.keys());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void asksAgainAfterWhatMayPass(int status) throws Exception {
        try (Misbehaving server = new Misbehaving((exchange, number, body) -> {
            if (number < 3) {
                Misbehaving.send(exchange, status, "not now");
            } else {
                Misbehaving.say(exchange, "now");
            }
        })) {
            assertEquals("now", ask(server, 5, Duration.ofSeconds(5)).orElseThrow().text());
            assertEquals(3, server.bodies().size());
            assertTrue(troubles.get(0).contains("HTTP " + status), troubles::toString);
        }
    }

    @Test
    void asksAgainAfterACutOffOrMalformedReply() throws Exception {
        try (Misbehaving server = new Misbehaving((exchange, number, body) -> {
            switch (number) {
                case 1 -> Misbehaving.cutOff(exchange);
                case 2 -> Misbehaving.send(exchange, 200, "{\"choices\": [");
                case 3 -> Misbehaving.send(exchange, 200, "{\"choices\": []}");
                default -> Misbehaving.say(exchange, "whole");
            }
        })) {
            assertEquals("whole", ask(server, 5, Duration.ofSeconds(5)).orElseThrow().text());
            assertEquals(3, troubles.size(), troubles::toString);
        }
    }

    @Test
    void doesNotWaitForASlowServerForEver() throws Exception {
        CountDownLatch tested = new CountDownLatch(1);
        try (Misbehaving server = new Misbehaving((exchange, number, body) -> {
            try {
                tested.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        })) {
            assertEquals(Optional.empty(), ask(server, 1, Duration.ofMillis(100)));
            assertEquals(2, troubles.size(), troubles::toString);
            tested.countDown();
        }
    }

    @Test
    void givesUpAfterTheRetries() throws Exception {
        try (Misbehaving server = new Misbehaving((exchange, number, body) -> Misbehaving.send(exchange, 500, "broken"))) {
            assertEquals(Optional.empty(), ask(server, 2, Duration.ofSeconds(5)));
            assertEquals(3, server.bodies().size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void stopsAtOnceWhenRefusedAndShowsNoKey(int status) throws Exception {
        try (Misbehaving server = new Misbehaving((exchange, number, body) -> Misbehaving.send(exchange, status, "bad key " + KEY))) {
            String message = assertThrows(InputException.class, () -> ask(server, 5, Duration.ofSeconds(5))).getMessage();
            assertTrue(message.contains("HTTP " + status) && message.contains("'alpha'"), message);
            assertFalse(message.contains(KEY), message);
            assertEquals(1, server.bodies().size());
        }
    }
}
