package org.espalier.data.internal.text;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.espalier.api.error.DataException;

/**
 * The lines of a text that are not blank; line ends may be those of any system.
 *
 * @param file  where it came from, for messages
 * @param lines the lines
 */
public record Lines(String file, List<Line> lines) {

    /**
     * A line.
     *
     * @param number from 1
     * @param text   without line end
     */
    public record Line(int number, String text) {
    }

    /** A plain file, or a gzipped one if its name ends in {@code .gz}. */
    public static Lines of(Path path) throws IOException {
        String file = path.getFileName().toString();
        try (InputStream in = Files.newInputStream(path)) {
            return of(file, file.endsWith(".gz") ? new GZIPInputStream(in) : in);
        } catch (ZipException | EOFException e) {
            throw new DataException(file + ": truncated, or not a gzip file (" + e.getMessage() + ")", e);
        }
    }

    static Lines of(String file, InputStream in) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            number++;
            if (!text.isBlank()) {
                lines.add(new Line(number, text));
            }
        }
        return new Lines(file, lines);
    }

    /** What is wrong with a line. */
    public DataException wrong(Line line, String problem) {
        return DataException.atLine(file, line.number(), problem);
    }
}
