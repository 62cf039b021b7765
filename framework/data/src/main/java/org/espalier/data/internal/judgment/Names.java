package org.espalier.data.internal.judgment;

import org.espalier.data.internal.json.JsonCursor;
import org.espalier.data.internal.json.JsonProblem;
import org.espalier.data.internal.json.NameTable;
import org.espalier.data.judgment.Roster;

/** Finds models and reviewers of a roster by name. */
public final class Names {
    private final NameTable models;
    private final NameTable reviewers;

    public Names(Roster roster) {
        this.models = new NameTable(roster.models());
        this.reviewers = new NameTable(roster.reviewers());
    }

    /** The model that the string read last names, or {@link NameTable#UNKNOWN}. */
    public int model(JsonCursor cursor) {
        return cursor.find(models);
    }

    /** The reviewer that the string read last names, or {@link NameTable#UNKNOWN}. */
    public int reviewer(JsonCursor cursor) {
        return cursor.find(reviewers);
    }

    /** The model of this name, or {@link NameTable#UNKNOWN}. */
    public int model(String name) {
        return models.find(name);
    }

    /** The reviewer of this name, or {@link NameTable#UNKNOWN}. */
    public int reviewer(String name) {
        return reviewers.find(name);
    }

    /**
     * Reads a question's id: a whole number, or a string, which gets a number below zero that follows from its characters.
     *
     * @throws JsonProblem if it is neither
     */
    public static long question(JsonCursor cursor) {
        if (cursor.peek() != '"') {
            return cursor.integer();
        }
        cursor.string();
        long hash = 0;
        for (char c : cursor.text().toCharArray()) {
            hash = hash * 1_000_003 + c;
        }
        return hash | Long.MIN_VALUE;
    }
}
