package org.espalier.report.json;

import java.io.UncheckedIOException;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import org.espalier.core.run.RunEvent;

/**
 * Records as JSON: keys and constants in kebab case, times in ISO 8601, paths as text, absent values and numbers that are not finite as null.
 * A {@link RunEvent} starts with its kind: {@code "event":"epoch-done"}. Safe for all threads.
 */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .addModule(new PlainTypes())
            .addMixIn(RunEvent.class, NamedEvent.class)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    static {
        for (Class<?> kind : RunEvent.class.getPermittedSubclasses()) {
            MAPPER.registerSubtypes(new NamedType(kind, PlainTypes.kebab(kind.getSimpleName())));
        }
    }

    private Json() {
    }

    /** One line, for a stream of values. */
    public static String line(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Indented, for people. */
    public static String pretty(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    private interface NamedEvent {
    }
}
