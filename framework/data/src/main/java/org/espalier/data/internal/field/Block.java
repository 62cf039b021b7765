package org.espalier.data.internal.field;

import java.util.Arrays;

/** A few whole lines of one file, and behind them whatever was looked up for their cells. Reused from block to block. */
final class Block {
    /** Unused bytes at the end, so that eight can be read from any place. */
    static final int MARGIN = 8;

    private byte[] text = new byte[0];
    private int length;
    private int end;
    private int number;
    private int file;
    private boolean startsFile;

    /** Makes room for the next lines. */
    byte[] room(int bytes) {
        if (text.length < bytes + MARGIN) {
            text = Arrays.copyOf(text, bytes + MARGIN);
        }
        return text;
    }

    /** Declares the first bytes to be the lines. */
    void set(int bytes, int blockNumber, int fileNumber, boolean first) {
        length = bytes;
        end = bytes;
        number = blockNumber;
        file = fileNumber;
        startsFile = first;
    }

    /** Puts a value behind the lines; returns where it starts. */
    int append(byte[] value) {
        if (text.length < end + value.length + MARGIN) {
            text = Arrays.copyOf(text, 2 * (end + value.length) + MARGIN);
        }
        System.arraycopy(value, 0, text, end, value.length);
        end += value.length;
        return end - value.length;
    }

    byte[] text() {
        return text;
    }

    /** Bytes of the lines. */
    int length() {
        return length;
    }

    /** Its place among the blocks of all files. */
    int number() {
        return number;
    }

    /** The place of its file. */
    int file() {
        return file;
    }

    /** Whether its first line is the file's. */
    boolean startsFile() {
        return startsFile;
    }
}
