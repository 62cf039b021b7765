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

/** The first line of a plain or gzipped text. */
public final class HeaderLine {
    private HeaderLine() {
    }

    /**
     * Reads it, without byte order mark and line end.
     *
     * @throws DataException if the file is empty or damaged
     */
    public static String of(Path path, Charset charset) throws IOException {
        String file = path.getFileName().toString();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(TextStream.open(path), charset))) {
            String line = reader.readLine();
            if (line == null) {
                throw new DataException(file + ": the file is empty");
            }
            return line;
        } catch (EOFException | ZipException e) {
            throw new DataException(file + ": truncated, or not a gzip file (" + e.getMessage() + ")", e);
        }
    }
}
