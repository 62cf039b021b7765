package org.espalier.data.field.io;

import java.nio.charset.Charset;
import java.util.Set;

/**
 * How a text is divided into rows and cells. Every format takes plain and gzipped files, a byte order mark, line ends of any system, and blank lines,
 * which do not count as rows.
 *
 * @param separator between cells, ASCII
 * @param cells     cells of a row
 * @param header    whether each file starts with a line of column names
 * @param comment   start of lines to leave out; empty for none
 * @param trimmed   whether blanks around cells do not count
 * @param quoted    whether cells may stand in double quotes, doubled inside; a cell does not span lines
 * @param missing   texts that mark a missing value; the empty cell always does
 * @param charset   in which values are shown to people; any that agrees with ASCII on separators
 */
public record TextFormat(String separator, int cells, boolean header, String comment, boolean trimmed, boolean quoted, Set<String> missing, Charset charset) {
    public TextFormat {
        missing = Set.copyOf(missing);
        if (separator.isEmpty() || cells < 1) {
            throw new IllegalArgumentException("Separator '" + separator + "', " + cells + " cells");
        }
    }
}
