package org.espalier.data.internal.judgment;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.espalier.api.error.DataException;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.PairCounts;
import org.espalier.data.judgment.ReviewerTally;
import org.espalier.data.judgment.Roster;
import org.espalier.data.judgment.VerdictPair;

/** Counts of judgments as a binary file, see {@link org.espalier.data.judgment.io.CountsFile}. */
public final class CountsImage {
    private static final int MAGIC = 0x4553504A;
    private static final int VERSION = 1;
    private static final int CHUNK = 1 << 16;

    private CountsImage() {
    }

    /** Whether a file begins as one. */
    public static boolean is(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(Integer.BYTES);
            return start.length == Integer.BYTES && ByteBuffer.wrap(start).getInt() == MAGIC;
        }
    }

    /** @throws DataException with the place if it is cut off or makes no sense */
    public static JudgmentData read(String name, Path path) throws IOException {
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
        } catch (IllegalArgumentException | UTFDataFormatException e) {
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

    /** Writes it; the stream is not closed. */
    public static void write(JudgmentData data, OutputStream target) throws IOException {
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
}
