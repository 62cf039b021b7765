package org.espalier.data.internal.judgment;

import java.util.Set;
import java.util.TreeSet;

import org.espalier.data.internal.json.JsonCursor;

/** Collects the names of models and judges in pair judgments, on one thread. */
public final class NameScan implements LineBlocks.Worker {
    private final Set<String> models = new TreeSet<>();
    private final Set<String> judges = new TreeSet<>();
    private final JsonCursor cursor = new JsonCursor();

    @Override
    public void line(byte[] text, int from, int to) {
        cursor.open(text, from, to);
        if (cursor.enter('{')) {
            do {
                cursor.name();
                field();
            } while (cursor.more('}'));
        }
        cursor.finish();
    }

    private void field() {
        switch (cursor.length() <= "model_1".length() ? cursor.text() : "") {
            case "model_1", "model_2", "model_a", "model_b" -> {
                cursor.string();
                models.add(cursor.text());
            }
            case "judge" -> judge();
            default -> cursor.skip();
        }
    }

    private void judge() {
        boolean list = cursor.peek() == '[';
        if (!list || cursor.enter('[')) {
            cursor.string();
            judges.add(cursor.text());
            while (list && cursor.more(']')) {
                cursor.skip();
            }
        }
    }

    @Override
    public void skipped() {
        // the pass that counts will count it
    }

    @Override
    public void blockDone(int block) {
        // nothing is kept by block
    }

    public Set<String> models() {
        return models;
    }

    public Set<String> judges() {
        return judges;
    }
}
