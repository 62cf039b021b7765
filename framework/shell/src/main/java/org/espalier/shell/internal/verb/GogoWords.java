package org.espalier.shell.internal.verb;

import java.util.ArrayList;
import java.util.List;

/** Mends what Gogo does to {@code key=[a, b]}: it takes the brackets for a list of its own, cuts it off its key, and writes it back with quotes. */
final class GogoWords {
    private GogoWords() {
    }

    static String[] mended(String[] words) {
        List<String> mended = new ArrayList<>();
        for (String word : words) {
            int last = mended.size() - 1;
            if (word.startsWith("[") && last >= 0 && mended.get(last).endsWith("=")) {
                mended.set(last, mended.get(last) + word.replace("\"", "").replaceAll(",(\\s*,)+", ","));
            } else {
                mended.add(word);
            }
        }
        return mended.toArray(String[]::new);
    }
}
