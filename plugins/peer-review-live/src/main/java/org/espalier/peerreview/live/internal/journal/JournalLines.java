package org.espalier.peerreview.live.internal.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.espalier.api.error.DataException;
import org.espalier.peerreview.live.internal.http.Json;
import org.espalier.peerreview.live.internal.http.Reply;

/**
 * What a journal holds.
 *
 * @param replies by fingerprint
 * @param end     bytes up to the end of the last whole line
 */
record JournalLines(Map<String, Reply> replies, long end) {
    static final String REQUEST = "request";
    static final String TEXT = "text";
    static final String PROMPT_TOKENS = "prompt_tokens";
    static final String COMPLETION_TOKENS = "completion_tokens";

    /** @throws DataException for a whole line that is no reply: only a crash's torn last line is forgiven */
    static JournalLines read(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        Map<String, Reply> replies = new HashMap<>();
        int start = 0;
        int number = 1;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                add(new String(bytes, start, at - start, StandardCharsets.UTF_8), path, number++, replies);
                start = at + 1;
            }
        }
        return new JournalLines(replies, start);
    }

    private static void add(String line, Path path, int number, Map<String, Reply> replies) {
        try {
            if (Json.read(line) instanceof Map<?, ?> fields && fields.get(REQUEST) instanceof String request && fields.get(TEXT) instanceof String text
                    && fields.get(PROMPT_TOKENS) instanceof Number prompt && fields.get(COMPLETION_TOKENS) instanceof Number completion) {
                replies.put(request, new Reply(text, prompt.longValue(), completion.longValue()));
                return;
            }
        } catch (IOException e) {
            throw new DataException(path + ":" + number + ": this line of the journal is no JSON. Take it out, or name another file with 'journal'.", e);
        }
        throw new DataException(path + ":" + number + ": this line of the journal lacks request, text or token counts. Take it out, or name another file with 'journal'.");
    }
}
