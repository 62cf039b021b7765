package org.espalier.data.internal.field;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

import org.espalier.data.field.io.ReadingProgress;

/** Tells how far the passes over some files are, a few times a second: in bytes of the files as they lie there, gzipped or not. */
final class PassProgress {
    private static final long BETWEEN = 200_000_000L;

    private final ReadingProgress listener;
    private final long size;
    private final LongSupplier clock;
    private String doing = "";
    private long began;
    private long told;
    private long bytes;
    private long rows;

    PassProgress(List<Path> files, ReadingProgress listener) throws IOException {
        this(size(files), listener, System::nanoTime);
    }

    /** @param size bytes of all files */
    PassProgress(long size, ReadingProgress listener, LongSupplier clock) {
        this.size = size;
        this.listener = listener;
        this.clock = clock;
    }

    private static long size(List<Path> files) throws IOException {
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        return size;
    }

    /** A pass over all files begins. */
    synchronized void begin(String what) {
        doing = what;
        began = clock.getAsLong();
        told = began;
        bytes = 0;
        rows = 0;
    }

    /** So many more rows are done. */
    synchronized void done(int more) {
        rows += more;
        long now = clock.getAsLong();
        if (now - told >= BETWEEN) {
            told = now;
            listener.at(String.format(Locale.ROOT, "%s, %,d rows, %,.0f rows/s", doing, rows, rows / ((now - began) / 1e9)), Math.min(1, (double) bytes / Math.max(1, size)));
        }
    }

    private synchronized void read(int more) {
        bytes += Math.max(0, more);
    }

    /** The stream, its bytes counted. */
    InputStream counted(InputStream raw) {
        return new FilterInputStream(raw) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                PassProgress.this.read(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                int read = super.read(into, from, most);
                PassProgress.this.read(read);
                return read;
            }
        };
    }
}
