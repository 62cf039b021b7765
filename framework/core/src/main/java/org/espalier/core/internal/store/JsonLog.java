package org.espalier.core.internal.store;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;

/** An append-only file of JSON lines. A kill can tear its last line only; readers leave that out, and the next writer starts on a fresh line. */
final class JsonLog implements Closeable {
    private final BufferedWriter out;

    JsonLog(Path file) throws IOException {
        boolean torn = Files.exists(file) && Files.size(file) > 0 && !Files.readString(file).endsWith("\n");
        out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (torn) {
            out.write('\n');
        }
    }

    synchronized void append(Object value) throws IOException {
        out.write(Json.line(value));
        out.write('\n');
        out.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    /** All complete lines; none if there is no file. */
    static <T> List<T> read(Path file, Class<T> type) throws IOException {
        List<T> values = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                try {
                    values.add(Json.read(line, type));
                } catch (JsonProcessingException torn) {
                    continue;
                }
            }
        }
        return values;
    }
}
