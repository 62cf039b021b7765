package org.espalier.data.field.io;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.function.Predicate;
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
        return first(path, charset, line -> true);
    }

    /** The first line that is not blank; otherwise the same. */
    public static String notBlank(Path path, Charset charset) throws IOException {
        return first(path, charset, line -> !line.isBlank());
    }

    private static String first(Path path, Charset charset, Predicate<String> wanted) throws IOException {
        String file = path.getFileName().toString();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(TextStream.open(path), charset))) {
            return reader.lines().filter(wanted).findFirst().orElseThrow(() -> new DataException(file + ": the file is empty"));
        } catch (UncheckedIOException e) {
            throw damaged(file, e.getCause());
        } catch (EOFException | ZipException e) {
            throw damaged(file, e);
        }
    }

    private static IOException damaged(String file, IOException cause) throws IOException {
        if (cause instanceof EOFException || cause instanceof ZipException) {
            throw new DataException(file + ": truncated, or not a gzip file (" + cause.getMessage() + ")", cause);
        }
        return cause;
    }
}
