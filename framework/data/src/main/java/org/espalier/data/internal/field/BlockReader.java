package org.espalier.data.internal.field;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipException;

import org.espalier.api.error.DataException;

/**
 * Cuts files into blocks at line ends, always at the same places. Workers ask it in turn, each for a block of its own: reading and decompressing go on
 * in one thread at a time while the others parse.
 */
final class BlockReader implements Closeable {
    /** So small that what workers collect of a block stays in a processor's cache. */
    private static final int SIZE = 1 << 18;
    private static final int LONGEST_LINE = 1 << 26;

    private final List<Path> files;
    private final PassProgress progress;
    private int file = -1;
    private int number;
    private InputStream in;
    private byte[] rest = new byte[0];
    private boolean fresh;
    private boolean stopped;

    BlockReader(List<Path> files, PassProgress progress) {
        this.files = files;
        this.progress = progress;
    }

    /** Fills the block with the next lines; false if there are none or reading was stopped. */
    synchronized boolean next(Block block) throws IOException {
        while (!stopped && (in != null || openNext())) {
            int read = fill(block);
            if (read > 0) {
                block.set(read, number++, file, fresh);
                fresh = false;
                return true;
            }
            in.close();
            in = null;
        }
        return false;
    }

    /** Gives out no more blocks. */
    synchronized void stop() {
        stopped = true;
    }

    @Override
    public synchronized void close() throws IOException {
        if (in != null) {
            in.close();
        }
    }

    private boolean openNext() throws IOException {
        if (file + 1 == files.size()) {
            return false;
        }
        file++;
        fresh = true;
        try {
            in = TextStream.open(progress.counted(Files.newInputStream(files.get(file))));
        } catch (ZipException | EOFException e) {
            throw damaged(e);
        }
        return true;
    }

    /** Reads whole lines; at the end of the file, what is left. Returns how many bytes. */
    private int fill(Block block) throws IOException {
        for (int size = SIZE; size <= LONGEST_LINE; size *= 2) {
            byte[] text = block.room(size + rest.length);
            System.arraycopy(rest, 0, text, 0, rest.length);
            int length = rest.length + read(text, rest.length, size);
            boolean whole = length == rest.length + size;
            int end = whole ? lastLineEnd(text, length) : length;
            rest = Arrays.copyOfRange(text, end, length);
            if (end > 0 || !whole) {
                return end;
            }
        }
        throw new DataException(files.get(file).getFileName() + ": a line of more than " + LONGEST_LINE + " bytes; a text was expected");
    }

    private int read(byte[] text, int start, int size) throws IOException {
        try {
            return in.readNBytes(text, start, size);
        } catch (ZipException | EOFException e) {
            throw damaged(e);
        }
    }

    private static int lastLineEnd(byte[] text, int length) {
        int end = length;
        while (end > 0 && text[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private DataException damaged(IOException e) {
        return new DataException(files.get(file).getFileName() + ": truncated, or not a gzip file (" + e.getMessage() + ")", e);
    }
}
