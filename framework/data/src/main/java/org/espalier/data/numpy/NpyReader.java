package org.espalier.data.numpy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.espalier.api.error.DataException;

/** Reads the bytes of a {@code .npy} file: a magic word, a version, a header that looks like a Python dictionary, the elements. */
final class NpyReader {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([<>|=][a-zA-Z]\\d*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([\\d,\\s]*)\\)");

    private final String source;
    private final byte[] bytes;

    NpyReader(String source, byte[] bytes) {
        this.source = source;
        this.bytes = bytes;
    }

    /** @throws DataException if the header is not as described or the file ends in it */
    NumpyArray read() {
        if (bytes.length < 12 || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw DataException.atByte(source, 0, "not a NumPy array file: the magic word is missing");
        }
        boolean longHeader = bytes[6] > 1;
        int start = longHeader ? 12 : 10;
        long length = longHeader ? unsigned(8) | unsigned(9) << 8 | unsigned(10) << 16 | unsigned(11) << 24 : unsigned(8) | unsigned(9) << 8;
        if (start + length > bytes.length) {
            throw DataException.atByte(source, bytes.length, "the file ends within the header of " + length + " bytes");
        }
        int end = (int) (start + length);
        String header = new String(bytes, start, (int) length, StandardCharsets.ISO_8859_1);
        return new NumpyArray(source, field(TYPE, header), field(ORDER, header).equals("True"), shape(field(SHAPE, header)), Arrays.copyOfRange(bytes, end, bytes.length));
    }

    private String field(Pattern pattern, String header) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw DataException.atByte(source, 10, "the header is not that of a plain array: " + header.strip());
        }
        return matcher.group(1);
    }

    private int[] shape(String sizes) {
        try {
            return Arrays.stream(sizes.split(",")).map(String::strip).filter(size -> !size.isEmpty()).mapToInt(Integer::parseInt).toArray();
        } catch (NumberFormatException e) {
            throw new DataException(source + ", byte 10: shape (" + sizes + ") is too large", e);
        }
    }

    private long unsigned(int place) {
        return bytes[place] & 0xffL;
    }
}
