package org.espalier.data.judgment.io;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.espalier.api.error.DataException;
import org.espalier.data.internal.judgment.Collector;
import org.espalier.data.internal.judgment.Names;
import org.espalier.data.internal.judgment.Pool;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.PairCounts;
import org.espalier.data.judgment.ReviewerTally;
import org.espalier.data.judgment.Roster;
import org.espalier.data.judgment.VerdictPair;
import org.espalier.data.tabular.CsvTable;

/**
 * Counts of judgments in two forms: a table with the columns model_1, model_2, reviewer, outcome (1, 0.5 or 0 for model_1), count; and a binary file: the 4 bytes {@code ESPJ}, version, numbers of models, other
 * reviewers and cells (32-bit), the names (UTF-8 with 16-bit length), the reviewers' tallies (16 counts and two amounts of tokens, 64-bit each), the true places, the offsets of pairs, and the four columns of
 * {@link PairCounts}; all big-endian.
 */
public final class CountsFile {
    private static final int MAGIC = 0x4553504A;
    private static final int VERSION = 1;
    private static final int CHUNK = 1 << 16;
    private static final String[] OUTCOMES = {"1", "0", "0.5"};

    private CountsFile() {
    }

    /** Reads either form: the binary one has its roster with it, that of a table is all who are named. */
    public static JudgmentData read(String name, Path file, Reading reading) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(Integer.BYTES);
            return start.length == Integer.BYTES && ByteBuffer.wrap(start).getInt() == MAGIC ? binary(name, file) : table(name, CsvTable.read(file), reading);
        }
    }

    private static JudgmentData table(String name, CsvTable table, Reading reading) {
        int first = table.column("model_1");
        int second = table.column("model_2");
        int judge = table.column("reviewer");
        Roster roster = roster(table, first, second, judge);
        Names names = new Names(roster);
        Collector all = new Collector(roster, false);
        for (CsvTable.Row row : table.rows()) {
            List<String> cells = row.cells();
            if (cells.get(first).equals(cells.get(second))) {
                throw DataException.atLine(table.file(), row.line(), "model_1 and model_2 are the same model");
            }
            all.addOutcomes(names.model(cells.get(first)), names.model(cells.get(second)), names.reviewer(cells.get(judge)), outcome(table, row), count(table, row));
        }
        return new Pool(name, roster, reading).data(all, Optional.empty());
    }

    private static Roster roster(CsvTable table, int first, int second, int judge) {
        TreeSet<String> models = new TreeSet<>();
        TreeSet<String> others = new TreeSet<>();
        for (CsvTable.Row row : table.rows()) {
            models.add(row.cells().get(first));
            models.add(row.cells().get(second));
            others.add(row.cells().get(judge));
        }
        others.removeAll(models);
        return new Roster(List.copyOf(models), List.copyOf(others));
    }

    private static int outcome(CsvTable table, CsvTable.Row row) {
        double points = table.number(row, table.column("outcome"));
        if (points != 0 && points != 0.5 && points != 1) {
            throw DataException.atLine(table.file(), row.line(), "outcome " + points + " is none of 1, 0.5, 0");
        }
        return points == 1 ? VerdictPair.FIRST_WINS : points == 0 ? VerdictPair.SECOND_WINS : VerdictPair.TIE;
    }

    private static int count(CsvTable table, CsvTable.Row row) {
        double count = table.number(row, table.column("count"));
        if (count < 0 || count != Math.rint(count) || count > Integer.MAX_VALUE) {
            throw DataException.atLine(table.file(), row.line(), "count " + count + " is no whole number from 0 to " + Integer.MAX_VALUE);
        }
        return (int) count;
    }

    /** Writes the table. */
    public static void writeTable(JudgmentData data, Writer out) throws IOException {
        List<String> lines = new ArrayList<>(List.of("model_1,model_2,reviewer,outcome,count\n"));
        List<String> reviewers = data.roster().reviewers().stream().map(CountsFile::cell).toList();
        data.counts().forEach((j, k, s, firstWins, secondWins, ties) -> {
            int[] counts = {firstWins, secondWins, ties};
            for (int outcome = 0; outcome < counts.length; outcome++) {
                if (counts[outcome] > 0) {
                    lines.add(reviewers.get(j) + "," + reviewers.get(k) + "," + reviewers.get(s) + "," + OUTCOMES[outcome] + "," + counts[outcome] + "\n");
                }
            }
        });
        for (String line : lines) {
            out.write(line);
        }
    }

    private static String cell(String name) {
        return name.matches("[^,\"]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Writes the binary form; not closed. */
    public static void writeBinary(JudgmentData data, OutputStream target) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(target, CHUNK));
        PairCounts counts = data.counts();
        for (int number : new int[] {MAGIC, VERSION, data.models(), data.roster().others().size(), counts.cells()}) {
            out.writeInt(number);
        }
        for (String name : data.roster().reviewers()) {
            out.writeUTF(name);
        }
        for (ReviewerTally tally : data.tallies()) {
            for (long verdicts : tally.verdicts()) {
                out.writeLong(verdicts);
            }
            out.writeLong(tally.promptTokens());
            out.writeLong(tally.completionTokens());
        }
        for (int[] column : List.of(data.truth(), counts.pairStart(), counts.reviewer(), counts.firstWins(), counts.secondWins(), counts.ties())) {
            writeColumn(out, column);
        }
        out.flush();
    }

    private static void writeColumn(DataOutputStream out, int[] column) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        for (int at = 0; at < column.length;) {
            chunk.clear();
            while (chunk.hasRemaining() && at < column.length) {
                chunk.putInt(column[at++]);
            }
            out.write(chunk.array(), 0, chunk.position());
        }
    }

    private static JudgmentData binary(String name, Path path) throws IOException {
        String file = path.getFileName().toString();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), CHUNK))) {
            in.readInt();
            int version = in.readInt();
            if (version != VERSION) {
                throw DataException.atByte(file, Integer.BYTES, "version " + version + " of counts of judgments; this program supports at most " + VERSION);
            }
            return contents(name, in, Files.size(path), file);
        } catch (EOFException e) {
            throw new DataException(file + ", byte " + Files.size(path) + ": the counts end too early; the file was cut off", e);
        } catch (IllegalArgumentException | java.io.UTFDataFormatException e) {
            throw new DataException(file + ", byte 8: not counts of judgments: " + e.getMessage(), e);
        }
    }

    private static JudgmentData contents(String name, DataInputStream in, long size, String file) throws IOException {
        int models = in.readInt();
        int others = in.readInt();
        int cells = in.readInt();
        if (models < 0 || others < 0 || cells < 0 || (long) models * (models - 1) / 2 + 4L * cells > size / Integer.BYTES) {
            throw DataException.atByte(file, 2 * Integer.BYTES, "numbers of models, reviewers and cells that do not go with " + size + " bytes");
        }
        List<String> names = new ArrayList<>();
        for (int s = 0; s < models + others; s++) {
            names.add(in.readUTF());
        }
        List<ReviewerTally> tallies = new ArrayList<>();
        for (int s = 0; s < models + others; s++) {
            tallies.add(tally(in));
        }
        int[] truth = column(in, models);
        PairCounts counts = new PairCounts(models, models + others, column(in, PairCounts.pairs(models) + 1), column(in, cells), column(in, cells), column(in, cells), column(in, cells));
        return new JudgmentData(name, new Roster(names.subList(0, models), names.subList(models, names.size())), counts, Optional.empty(), tallies, truth);
    }

    private static ReviewerTally tally(DataInputStream in) throws IOException {
        long[] verdicts = new long[VerdictPair.CODES];
        for (int code = 0; code < verdicts.length; code++) {
            verdicts[code] = in.readLong();
        }
        return new ReviewerTally(verdicts, in.readLong(), in.readLong());
    }

    private static int[] column(DataInputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(Math.multiplyExact(length, Integer.BYTES));
        if (bytes.length < length * Integer.BYTES) {
            throw new EOFException();
        }
        int[] column = new int[length];
        ByteBuffer.wrap(bytes).asIntBuffer().get(column);
        return column;
    }
}
