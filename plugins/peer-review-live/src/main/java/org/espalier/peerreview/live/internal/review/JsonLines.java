package org.espalier.peerreview.live.internal.review;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.espalier.api.error.DataException;
import org.espalier.peerreview.live.internal.http.Json;

/** A file of one JSON object a line. Blank lines, a byte-order mark and Windows line ends are no matter. */
final class JsonLines {
    private JsonLines() {
    }

    /** What takes the objects. */
    @FunctionalInterface
    interface Taker {
        /** @param place file and line, for messages */
        void take(Map<?, ?> fields, String place);
    }

    /** @throws DataException if the file cannot be read, or a line is no JSON object */
    static void read(Path path, Taker taker) {
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!text.isBlank()) {
                    taker.take(object(text, path + ":" + number), path + ":" + number);
                }
            }
        } catch (IOException e) {
            throw new DataException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<?, ?> object(String line, String place) {
        try {
            if (Json.read(line) instanceof Map<?, ?> fields) {
                return fields;
            }
        } catch (IOException e) {
            throw new DataException(place + ": this line is broken JSON: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
        }
        throw new DataException(place + ": expected a JSON object on every line");
    }

    /** A field that must be there. */
    static <T> T need(Map<?, ?> fields, String name, Class<T> type, String place) {
        Object value = fields.get(name);
        if (!type.isInstance(value)) {
            throw new DataException(place + ": field '" + name + "' should be a " + type.getSimpleName().toLowerCase(java.util.Locale.ROOT) + ", but is " + Json.write(value));
        }
        return type.cast(value);
    }

    /** Ids are numbers in some files and texts in others. */
    static String id(Map<?, ?> fields, String place) {
        Object value = fields.get("question_id");
        if (value instanceof String || value instanceof Number) {
            return value.toString();
        }
        throw new DataException(place + ": field 'question_id' should be a number or a text, but is " + Json.write(value));
    }

    /** A list of texts; empty if the field is absent. */
    static List<String> texts(Map<?, ?> fields, String name, String place) {
        Object value = fields.containsKey(name) ? fields.get(name) : List.of();
        if (value instanceof List<?> items && items.stream().allMatch(String.class::isInstance)) {
            return items.stream().map(String.class::cast).toList();
        }
        throw new DataException(place + ": field '" + name + "' should be a list of texts, but is " + Json.write(value));
    }
}
