package org.espalier.peerreview.live.internal.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.espalier.api.error.InputException;
import org.espalier.peerreview.live.internal.http.Json;
import org.espalier.peerreview.live.internal.http.Reply;

/**
 * A file of replies by the request's fingerprint, one JSON object a line, appended and forced to disk reply by reply. A last line that was torn by a crash is cut
 * off on opening. Safe for several threads; one process at a time.
 */
public final class Journal implements AutoCloseable {
    private final FileChannel file;
    private final Map<String, Reply> replies;

    private Journal(FileChannel file, Map<String, Reply> replies) {
        this.file = file;
        this.replies = new ConcurrentHashMap<>(replies);
    }

    /**
     * Opens a journal, or starts one.
     *
     * @throws InputException if another process writes it, or it cannot be read or written
     */
    public static Journal open(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            lock(channel, path);
            JournalLines lines = JournalLines.read(path);
            channel.truncate(lines.end());
            channel.position(lines.end());
            return new Journal(channel, lines.replies());
        } catch (IOException e) {
            throw new InputException("The journal " + path + " cannot be opened: " + e.getMessage() + ". Name another file with 'journal'.", e);
        }
    }

    private static void lock(FileChannel channel, Path path) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // held by another review of this process: refused in the same words
        }
        channel.close();
        throw new InputException("The journal " + path + " is being written by another review. Wait for it, or name another file with 'journal'.");
    }

    /** The reply to a request that was answered before. */
    public Optional<Reply> find(String fingerprint) {
        return Optional.ofNullable(replies.get(fingerprint));
    }

    /** Keeps a reply; on disk when this returns. */
    public void keep(String fingerprint, String model, Reply reply) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(JournalLines.REQUEST, fingerprint);
        line.put("model", model);
        line.put(JournalLines.TEXT, reply.text());
        line.put(JournalLines.PROMPT_TOKENS, reply.promptTokens());
        line.put(JournalLines.COMPLETION_TOKENS, reply.completionTokens());
        append(Json.write(line) + "\n");
        replies.put(fingerprint, reply);
    }

    private synchronized void append(String line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be written: " + e.getMessage(), e);
        }
    }

    /** Number of replies. */
    public int size() {
        return replies.size();
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be closed: " + e.getMessage(), e);
        }
    }
}
