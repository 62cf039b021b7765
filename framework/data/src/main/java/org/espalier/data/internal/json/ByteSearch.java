package org.espalier.data.internal.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds bytes eight at a time: for x = word ^ pattern, (x - 0x01…) &amp; ~x &amp; 0x80… has its lowest bit in the first byte of x that is zero. */
public final class ByteSearch {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private ByteSearch() {
    }

    /** Place of the first byte that is {@code wanted}, or {@code to}. */
    public static int find(byte[] text, int from, int to, char wanted) {
        return find(text, from, to, wanted, wanted);
    }

    /** Place of the first byte that is {@code one} or {@code other}, or {@code to}. */
    public static int find(byte[] text, int from, int to, char one, char other) {
        long ones = one * ONES;
        long others = other * ONES;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long word = (long) LONGS.get(text, at);
            long a = word ^ ones;
            long b = word ^ others;
            long hits = ((a - ONES) & ~a | (b - ONES) & ~b) & HIGHS;
            if (hits != 0) {
                return at + (Long.numberOfTrailingZeros(hits) >> 3);
            }
        }
        while (at < to && text[at] != one && text[at] != other) {
            at++;
        }
        return at;
    }
}
