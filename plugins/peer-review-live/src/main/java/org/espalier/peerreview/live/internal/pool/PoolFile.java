package org.espalier.peerreview.live.internal.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.espalier.api.error.InputException;
import org.espalier.peerreview.live.internal.http.Json;

/** Reads the models of a review from a JSON file: {@code {"models": [{"name": …, "base-url": …, "model": …, "key": ENVIRONMENT_VARIABLE, …}]}}. */
final class PoolFile {
    private static final String EXAMPLE = "{\"models\": [{\"name\": \"small\", \"base-url\": \"http://localhost:8000/v1\", \"model\": \"NAME-ON-THE-SERVER\", \"key\": \"ENVIRONMENT_VARIABLE\"}]}";

    private final Path path;
    private final UnaryOperator<String> environment;

    PoolFile(Path path, UnaryOperator<String> environment) {
        this.path = path;
        this.environment = environment;
    }

    /** @throws InputException if the file is missing, is no JSON, or a model lacks something or names something unknown */
    List<Participant> read() {
        if (!Files.isRegularFile(path)) {
            throw new InputException("The pool file " + path + " does not exist. Write one, e.g. " + EXAMPLE + ", and name it with 'pool'.");
        }
        List<Participant> participants = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Object item : models()) {
            if (!(item instanceof Map<?, ?> fields)) {
                throw new InputException(path + ": 'models' should hold objects, like " + EXAMPLE + ", but has " + Json.write(item));
            }
            Participant participant = new PoolEntry(path, fields, environment).participant();
            if (!names.add(participant.name())) {
                throw new InputException(path + ": two models are called '" + participant.name() + "'; names must differ.");
            }
            participants.add(participant);
        }
        return participants;
    }

    private List<?> models() {
        try {
            if (Json.read(Files.readString(path)) instanceof Map<?, ?> root && root.get("models") instanceof List<?> models && !models.isEmpty()) {
                return models;
            }
        } catch (IOException e) {
            throw new InputException(path + " cannot be read as JSON: " + e.getMessage().replaceAll("\\s+", " "), e);
        }
        throw new InputException(path + ": expected an object with a list 'models', like " + EXAMPLE);
    }
}
