package org.espalier.data.internal.judgment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

import org.espalier.data.internal.json.ByteSearch;

/**
 * A piece of a text file and the lines that start in it; the last may reach beyond.
 *
 * @param start  of the piece in the file
 * @param length in bytes
 */
record LineBlock(FileChannel channel, long start, int length) {
    /** Takes a line that is not blank and starts at an offset of the file; false to end. */
    @FunctionalInterface
    interface Taker {
        boolean line(byte[] text, int from, int to, long offset);
    }

    /** Gives the lines to a taker; returns the buffer, which may have been replaced by a larger one. */
    byte[] lines(byte[] given, Taker taker) throws IOException {
        // a line starts behind a newline, the first of the block perhaps behind the one just before it
        long base = Math.max(0, start - 1);
        int limit = (int) (start + length - base);
        byte[] buffer = given;
        int filled = fill(buffer, 0, base);
        int at = start == 0 ? byteOrderMark(buffer, filled) : newline(buffer, 0, filled) + 1;
        while (at < Math.min(limit, filled)) {
            int end = newline(buffer, at, filled);
            while (end == filled && filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.multiplyExact(buffer.length, 2));
                filled += fill(buffer, filled, base + filled);
                end = newline(buffer, end, filled);
            }
            int first = afterBlanks(buffer, at, end);
            if (first < end && !taker.line(buffer, first, end, base + first)) {
                break;
            }
            at = end + 1;
        }
        return buffer;
    }

    private int fill(byte[] buffer, int from, long position) throws IOException {
        ByteBuffer target = ByteBuffer.wrap(buffer, from, buffer.length - from);
        int read = 0;
        while (target.hasRemaining() && read >= 0) {
            read = channel.read(target, position + target.position() - from);
        }
        return target.position() - from;
    }

    private static int byteOrderMark(byte[] buffer, int filled) {
        return filled >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF ? 3 : 0;
    }

    private static int newline(byte[] buffer, int from, int filled) {
        return ByteSearch.find(buffer, from, filled, '\n');
    }

    private static int afterBlanks(byte[] buffer, int from, int to) {
        int at = from;
        while (at < to && buffer[at] <= ' ' && buffer[at] >= 0) {
            at++;
        }
        return at;
    }
}
