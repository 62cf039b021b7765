package org.espalier.data.internal.field;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.espalier.api.error.DataException;

/** What features stand for: n + 1 offsets, then the texts. */
record FeatureNames(ByteBuffer bytes, Charset charset) {

    /** The names of features 0, 1, …; empty where there is none. */
    static ByteBuffer bytes(List<byte[]> names) {
        long size = Integer.BYTES * (names.size() + 2L) + names.stream().mapToLong(name -> name.length).sum();
        if (size > Integer.MAX_VALUE) {
            throw new DataException(String.format(Locale.ROOT, "The texts of all %,d features take %,d bytes, but at most %,d can be kept: choose a greater min-count, or leave out columns of long texts",
                    names.size(), size, Integer.MAX_VALUE));
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) size);
        bytes.putInt(names.size());
        int at = 0;
        for (byte[] name : names) {
            bytes.putInt(at);
            at += name.length;
        }
        bytes.putInt(at);
        names.forEach(bytes::put);
        return bytes.flip();
    }

    Optional<String> of(int feature) {
        int count = bytes.getInt(0);
        if (feature < 0 || feature >= count) {
            return Optional.empty();
        }
        int start = bytes.getInt(Integer.BYTES * (feature + 1));
        byte[] name = new byte[bytes.getInt(Integer.BYTES * (feature + 2)) - start];
        bytes.get(Integer.BYTES * (count + 2) + start, name);
        return name.length == 0 ? Optional.empty() : Optional.of(new String(name, charset));
    }
}
