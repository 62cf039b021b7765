package org.espalier.data.internal.field;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time, the first one lowest. Arrays must go on for {@link Block#MARGIN} bytes behind what is read. */
final class Bytes {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;

    private Bytes() {
    }

    static long word(byte[] text, int start) {
        return (long) WORD.get(text, start);
    }

    /** A byte in all eight places. */
    static long repeated(byte of) {
        return ONES * (of & 0xff);
    }

    /** The highest bit of each byte that is the one repeated in {@code pattern}; all other bits are 0. */
    static long matches(long word, long pattern) {
        long difference = word ^ pattern;
        return ~((difference & LOW_BITS) + LOW_BITS | difference | LOW_BITS);
    }

    /** Place of the first match of a non-zero result of {@link #matches}. */
    static int first(long matches) {
        return Long.numberOfTrailingZeros(matches) >>> 3;
    }
}
