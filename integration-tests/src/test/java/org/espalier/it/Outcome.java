package org.espalier.it;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a process left behind.
 *
 * @param exitCode its exit code
 * @param out      its standard output
 * @param err      its standard error
 */
record Outcome(int exitCode, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Standard output as JSON lines. @throws AssertionError if a line is something else */
    List<JsonNode> events() {
        return out.lines().map(Outcome::parsed).toList();
    }

    static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("standard output has a line that is no JSON: " + line, e);
        }
    }

    /** The only event of a kind. */
    JsonNode event(String kind) {
        List<JsonNode> found = events().stream().filter(event -> event.get("event").asText().equals(kind)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " events '" + kind + "' in " + this);
        }
        return found.get(0);
    }
}
