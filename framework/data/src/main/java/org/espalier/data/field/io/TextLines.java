package org.espalier.data.field.io;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.zip.ZipException;

import org.espalier.api.error.DataException;
import org.espalier.data.internal.field.TextStream;

/** Lines of a small text: plain or gzipped, with or without byte order mark, whatever its line ends. */
public final class TextLines {
    /** Takes a line. */
    @FunctionalInterface
    public interface Taker {
        /** @param number of the line, from 1 */
        void take(int number, String line);
    }

    private TextLines() {
    }

    /**
     * Goes through all lines.
     *
     * @throws DataException if the file is damaged
     */
    public static void each(Path path, Charset charset, Taker taker) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(TextStream.open(path), charset))) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                taker.take(++number, line);
            }
        } catch (EOFException | ZipException e) {
            throw new DataException(path.getFileName() + ": truncated, or not a gzip file (" + e.getMessage() + ")", e);
        }
    }
}
