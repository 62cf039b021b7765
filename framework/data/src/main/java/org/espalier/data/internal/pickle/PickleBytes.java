package org.espalier.data.internal.pickle;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.espalier.api.error.DataException;

/** The bytes of a pickle, read from front to back; knows where it is. */
final class PickleBytes {
    private final String file;
    private final byte[] bytes;
    private int next;

    PickleBytes(String file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    String file() {
        return file;
    }

    int next() {
        return next;
    }

    int unsignedByte() {
        require(1);
        return bytes[next++] & 0xff;
    }

    int unsignedShort() {
        return unsignedByte() | unsignedByte() << 8;
    }

    int signedInt() {
        return unsignedShort() | unsignedShort() << 16;
    }

    long unsignedInt() {
        return Integer.toUnsignedLong(signedInt());
    }

    /** A length of 8 bytes. */
    long length() {
        return unsignedInt() | unsignedInt() << 32;
    }

    /** So many bytes as a string of characters 0 to 255. */
    String latin(long length) {
        return text(length, StandardCharsets.ISO_8859_1);
    }

    /** The string that so many bytes encode. */
    String utf8(long length) {
        return text(length, StandardCharsets.UTF_8);
    }

    private String text(long length, Charset charset) {
        require(length);
        next += (int) length;
        return new String(bytes, next - (int) length, (int) length, charset);
    }

    /** Everything up to the next line end, which is skipped. */
    String line() {
        int end = next;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        String line = latin(end - next);
        require(1);
        next++;
        return line;
    }

    private void require(long length) {
        if (length < 0 || length > bytes.length - next) {
            throw DataException.atByte(file, bytes.length, "the pickle is truncated: at byte " + next + " it announces " + Long.toUnsignedString(length) + " more bytes");
        }
    }
}
