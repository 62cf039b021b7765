package org.espalier.data.internal.field;

/**
 * What stands for a value in tables: a key of 64 bits and 16 bits more to check it. Values of up to eight bytes have keys of their own; two longer
 * ones look the same with a probability of 2^-80, so that among 100 million of them any two do with less than 10^-8.
 */
final class CellHash {
    private static final long ODD = 0x9e3779b97f4a7c15L;

    private CellHash() {
    }

    /** The key of {@code text[start .. start + length)}, not 0. The array must go on for {@link Block#MARGIN} bytes. */
    static long key(byte[] text, int start, int length) {
        if (length <= Long.BYTES) {
            return nonZero(mix(word(text, start, length)));
        }
        long hash = length * ODD;
        for (int i = 0; i < length; i += Long.BYTES) {
            hash = mix(hash ^ word(text, start + i, length - i));
        }
        return nonZero(hash);
    }

    /** The further bits; 0 for short values, which need none. */
    static int check(byte[] text, int start, int length) {
        if (length <= Long.BYTES) {
            return 0;
        }
        long sum = length;
        for (int i = 0; i < length; i += Long.BYTES) {
            sum = (sum ^ sum >>> 31) * ODD + word(text, start + i, length - i);
        }
        return (int) (mix(sum) >>> 48) | 1;
    }

    private static long word(byte[] text, int start, int length) {
        long word = Bytes.word(text, start);
        return length >= Long.BYTES ? word : word & (1L << length * Byte.SIZE) - 1;
    }

    /** The finalizer of MurmurHash3 (Appleby, public domain), which maps no two words to one. */
    private static long mix(long word) {
        long mixed = (word ^ word >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    /** 0 marks free places in tables; only eight zero bytes and one other value would have it. */
    private static long nonZero(long key) {
        return key == 0 ? ODD : key;
    }
}
