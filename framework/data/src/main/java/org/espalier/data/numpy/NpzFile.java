package org.espalier.data.numpy;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.espalier.api.error.DataException;

/** A {@code .npz} file: a zip of named arrays. */
public final class NpzFile implements Closeable {
    private static final String SUFFIX = ".npy";

    private final String name;
    private final ZipFile zip;

    /** @throws DataException if the file is truncated or no zip */
    public NpzFile(Path path) throws IOException {
        name = path.getFileName().toString();
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw new DataException(name + ": truncated, or not an npz file (" + e.getMessage() + ")", e);
        }
    }

    /** The file's name, for messages. */
    public String name() {
        return name;
    }

    /** Names of the arrays. */
    public List<String> keys() {
        return zip.stream().map(ZipEntry::getName).filter(entry -> entry.endsWith(SUFFIX)).map(entry -> entry.substring(0, entry.length() - SUFFIX.length())).sorted().toList();
    }

    public boolean has(String key) {
        return zip.getEntry(key + SUFFIX) != null;
    }

    /**
     * One of the arrays.
     *
     * @throws DataException if there is none of that name, or its bytes are damaged
     */
    public NumpyArray array(String key) throws IOException {
        ZipEntry entry = zip.getEntry(key + SUFFIX);
        if (entry == null) {
            throw new DataException(name + ": no array '" + key + "'; there are " + String.join(", ", keys()));
        }
        return new NpyReader(name + ", " + key, bytes(key, entry)).read();
    }

    private byte[] bytes(String key, ZipEntry entry) throws IOException {
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readAllBytes();
        } catch (ZipException | EOFException e) {
            throw new DataException(name + ": array '" + key + "' is damaged (" + e.getMessage() + ")", e);
        }
        CRC32 sum = new CRC32();
        sum.update(bytes);
        if (sum.getValue() != entry.getCrc()) {
            throw new DataException(name + ": array '" + key + "' is damaged (its checksum differs)");
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
