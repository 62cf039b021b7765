package org.espalier.peerreview.live.internal.http;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The chat-completions format: what is sent, and how a reply is read. */
final class ChatRequest {
    private ChatRequest() {
    }

    /** The body. The only name in it is the one by which the asked server knows its own model. */
    static String body(Endpoint endpoint, List<Message> conversation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("model", endpoint.model());
        fields.put("messages", conversation.stream().map(message -> Map.of("role", message.role(), "content", message.text())).toList());
        fields.put("max_tokens", endpoint.maxTokens());
        endpoint.temperature().ifPresent(value -> fields.put("temperature", value));
        return Json.write(fields);
    }

    static HttpRequest of(Endpoint endpoint, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.completions()).timeout(endpoint.timeout())
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        endpoint.key().ifPresent(key -> request.header("Authorization", "Bearer " + key.value()));
        return request.build();
    }

    /** @throws IOException if the body is not a chat completion */
    static Reply reply(String body, String asked) throws IOException {
        if (!(Json.read(body) instanceof Map<?, ?> fields) || !(fields.get("choices") instanceof List<?> choices) || choices.isEmpty()
                || !(choices.get(0) instanceof Map<?, ?> choice) || !(choice.get("message") instanceof Map<?, ?> message) || !(message.get("content") instanceof String text)) {
            throw new IOException("the reply is no chat completion: it lacks choices[0].message.content");
        }
        Map<?, ?> usage = fields.get("usage") instanceof Map<?, ?> counted ? counted : Map.of();
        return new Reply(text, tokens(usage.get("prompt_tokens"), asked), tokens(usage.get("completion_tokens"), text));
    }

    private static long tokens(Object counted, String text) {
        return counted instanceof Number number ? number.longValue() : Reply.estimate(text.length());
    }
}
