package org.espalier.peerreview.live.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.espalier.peerreview.live.internal.http.Json;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A chat-completions server on the loopback address that can be made to behave badly. */
public final class Misbehaving implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();

    /** How a request is answered. */
    @FunctionalInterface
    public interface Behaviour {
        /** @param number of the request, from 1 */
        void answer(HttpExchange exchange, int number, String body) throws IOException;
    }

    public Misbehaving(Behaviour behaviour) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            bodies.add(body);
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            behaviour.answer(exchange, count.incrementAndGet(), body);
            exchange.close();
        });
        server.start();
    }

    public String base() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort() + "/v1";
    }

    /** What was sent, in order of arrival. */
    public List<String> bodies() {
        return bodies;
    }

    /** The authorisation headers, likewise. */
    public List<String> keys() {
        return keys;
    }

    /** A well-formed completion. */
    public static void say(HttpExchange exchange, String text) throws IOException {
        send(exchange, 200, Json.write(Map.of("choices", List.of(Map.of("message", Map.of("role", "assistant", "content", text))),
                "usage", Map.of("prompt_tokens", 11, "completion_tokens", 3))));
    }

    public static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Promises more than it sends. */
    public static void cutOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write("{\"choices\": [".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        throw new IOException("cut off on purpose");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
