package org.espalier.data.internal.field;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Opens texts: plain or gzipped, as their first bytes tell, with or without a byte order mark. */
public final class TextStream {
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int BUFFER = 1 << 16;

    private TextStream() {
    }

    /** The bytes of the text, behind the byte order mark. */
    public static InputStream open(Path path) throws IOException {
        return open(Files.newInputStream(path));
    }

    /** The same of a stream, which is closed if that fails. */
    static InputStream open(InputStream file) throws IOException {
        InputStream raw = new BufferedInputStream(file, BUFFER);
        try {
            InputStream text = startsWith(raw, GZIP) ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
            if (startsWith(text, MARK)) {
                text.skipNBytes(MARK.length);
            }
            return text;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static boolean startsWith(InputStream in, byte[] start) throws IOException {
        in.mark(start.length);
        byte[] first = in.readNBytes(start.length);
        in.reset();
        return Arrays.equals(first, start);
    }
}
