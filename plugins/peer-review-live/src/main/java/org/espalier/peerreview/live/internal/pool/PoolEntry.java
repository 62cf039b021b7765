package org.espalier.peerreview.live.internal.pool;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.espalier.api.error.InputException;
import org.espalier.peerreview.live.internal.http.Endpoint;
import org.espalier.peerreview.live.internal.http.Json;
import org.espalier.peerreview.live.internal.http.Secret;

/** One model of a pool file. */
final class PoolEntry {
    private static final List<String> KNOWN = List.of("name", "base-url", "model", "key", "timeout", "retries", "requests-per-minute", "tokens-per-minute", "temperature", "max-tokens",
            "prompt-price", "completion-price", "answers", "judgments", "competes");

    private final Path file;
    private final Map<?, ?> fields;
    private final UnaryOperator<String> environment;
    private final String name;

    PoolEntry(Path file, Map<?, ?> fields, UnaryOperator<String> environment) {
        this.file = file;
        this.fields = fields;
        this.environment = environment;
        this.name = fields.get("name") instanceof String given && !given.isBlank() ? given : "";
        if (name.isEmpty()) {
            throw new InputException(file + ": a model has no 'name': " + fields.keySet());
        }
        fields.keySet().stream().filter(key -> !KNOWN.contains(key)).findFirst().ifPresent(key -> {
            throw wrong("key '" + key + "' is unknown; there are " + String.join(", ", KNOWN));
        });
    }

    Participant participant() {
        Optional<Endpoint> endpoint = text("base-url").map(this::endpoint);
        Participant made = new Participant(name, endpoint, text("answers").map(this::beside), text("judgments").map(this::beside), !Boolean.FALSE.equals(fields.get("competes")));
        if (!made.canAnswer() && made.competes() || !made.canReview() && !made.competes()) {
            throw wrong("it has neither a 'base-url' to be asked at nor recorded '" + (made.competes() ? "answers" : "judgments") + "'");
        }
        return made;
    }

    private Endpoint endpoint(String base) {
        return new Endpoint(name, address(base), text("model").orElse(name), text("key").map(this::secret), Duration.ofMillis((long) (1000 * number("timeout", 60, 0.001))),
                (int) number("retries", 5, 0), (int) number("requests-per-minute", 0, 0), (int) number("tokens-per-minute", 0, 0),
                fields.containsKey("temperature") ? Optional.of(number("temperature", 0, 0)) : Optional.empty(), (int) number("max-tokens", 1024, 1),
                number("prompt-price", 0, 0), number("completion-price", 0, 0));
    }

    private URI address(String base) {
        try {
            URI address = URI.create(base);
            if ("http".equals(address.getScheme()) || "https".equals(address.getScheme())) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw wrong("'base-url' is no address: " + e.getMessage());
        }
        throw wrong("'base-url' should begin with http:// or https://, but is '" + base + "'");
    }

    /** Keys stand in the environment, never in files that are kept with a run. */
    private Secret secret(String variable) {
        String value = environment.apply(variable);
        if (value == null || value.isBlank()) {
            throw wrong("its key should be in the environment variable " + variable + ", which is not set");
        }
        return new Secret(value.strip());
    }

    private Path beside(String other) {
        return file.toAbsolutePath().getParent().resolve(other);
    }

    private Optional<String> text(String key) {
        Object value = fields.get(key);
        if (value != null && !(value instanceof String)) {
            throw wrong("'" + key + "' should be a text, but is " + Json.write(value));
        }
        return Optional.ofNullable((String) value);
    }

    private double number(String key, double otherwise, double least) {
        Object value = fields.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Number number && number.doubleValue() >= least) {
            return number.doubleValue();
        }
        throw wrong("'" + key + "' should be a number of at least " + least + ", but is " + Json.write(value));
    }

    private InputException wrong(String what) {
        return new InputException(file + ": model '" + name + "': " + what + ".");
    }
}
