package org.espalier.data.judgment.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Path;

import org.espalier.data.internal.judgment.CountsImage;
import org.espalier.data.internal.judgment.CountsTable;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.PairCounts;
import org.espalier.data.tabular.CsvTable;

/**
 * Counts of judgments in two forms: a table with the columns model_1, model_2, reviewer, outcome (1, 0.5 or 0 for model_1), count; and a binary file: the 4 bytes {@code ESPJ}, version, numbers of models, other
 * reviewers and cells (32-bit), the names (UTF-8 with 16-bit length), the reviewers' tallies (16 counts and two amounts of tokens, 64-bit each), the true places, the offsets of pairs, and the four columns of
 * {@link PairCounts}; all big-endian.
 */
public final class CountsFile {
    private CountsFile() {
    }

    /** Reads either form: the binary one has its roster with it, that of a table is all who are named. */
    public static JudgmentData read(String name, Path file, Reading reading) throws IOException {
        return CountsImage.is(file) ? CountsImage.read(name, file) : CountsTable.read(name, CsvTable.read(file), reading);
    }

    /** Writes the table. */
    public static void writeTable(JudgmentData data, Writer out) throws IOException {
        CountsTable.write(data, out);
    }

    /** Writes the binary form; not closed. */
    public static void writeBinary(JudgmentData data, OutputStream target) throws IOException {
        CountsImage.write(data, target);
    }
}
