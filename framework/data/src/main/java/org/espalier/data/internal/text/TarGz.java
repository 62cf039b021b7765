package org.espalier.data.internal.text;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.espalier.api.error.DataException;

/** Texts inside a gzipped tape archive. */
public final class TarGz {
    private static final int BLOCK = 512;

    private final String file;
    private final InputStream in;

    private TarGz(String file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /**
     * The first file in the archive, in whatever folder, whose name ends in {@code suffix}.
     *
     * @throws DataException if there is none, or the archive is damaged
     */
    public static Lines lines(Path path, String suffix) throws IOException {
        String file = path.getFileName().toString();
        try (InputStream raw = Files.newInputStream(path); InputStream in = new GZIPInputStream(raw)) {
            return new TarGz(file, in).find(suffix);
        } catch (ZipException | EOFException e) {
            throw new DataException(file + ": truncated, or not a tar.gz file (" + e.getMessage() + ")", e);
        }
    }

    private Lines find(String suffix) throws IOException {
        for (byte[] header = in.readNBytes(BLOCK); header.length == BLOCK && header[0] != 0; header = in.readNBytes(BLOCK)) {
            requireChecksum(header);
            String name = text(header, 0, 100);
            int size = (int) octal(header, 124, 12);
            boolean plain = header[156] == '0' || header[156] == 0;
            if (plain && name.endsWith(suffix)) {
                return Lines.of(file + "!" + name, new ByteArrayInputStream(content(name, size)));
            }
            in.skipNBytes((size + BLOCK - 1L) / BLOCK * BLOCK);
        }
        throw new DataException(file + ": no file in it ends in '" + suffix + "'");
    }

    private byte[] content(String name, int size) throws IOException {
        byte[] content = in.readNBytes(size);
        if (content.length < size) {
            throw DataException.atByte(file + "!" + name, content.length, "truncated: " + size + " bytes were announced");
        }
        return content;
    }

    /** The sum of the header's bytes, those of the sum itself counted as blanks. */
    private void requireChecksum(byte[] header) {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
        }
        if (sum != octal(header, 148, 8)) {
            throw new DataException(file + ": the content is not a tape archive, or is damaged");
        }
    }

    private long octal(byte[] header, int start, int length) {
        String digits = text(header, start, length).strip();
        try {
            return Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new DataException(file + ": the content is not a tape archive: '" + digits + "' is no octal number", e);
        }
    }

    private static String text(byte[] header, int start, int length) {
        String field = new String(header, start, length, StandardCharsets.ISO_8859_1);
        int end = field.indexOf(0);
        return end < 0 ? field : field.substring(0, end);
    }
}
