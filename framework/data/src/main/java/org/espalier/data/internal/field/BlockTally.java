package org.espalier.data.internal.field;

import java.util.Arrays;

/** What one block held: its lines, the labels of its rows, and how many lines were bad. */
final class BlockTally {
    private final int block;
    private final int file;
    private byte[] labels = new byte[1024];
    private int rows;
    private int lines;
    private int bad;
    private int firstBadLine;
    private String firstProblem = "";

    BlockTally(Block block) {
        this.block = block.number();
        this.file = block.file();
    }

    void row(int label) {
        if (rows == labels.length) {
            labels = Arrays.copyOf(labels, 2 * rows);
        }
        labels[rows++] = (byte) label;
    }

    void bad(int line, String problem) {
        if (bad++ == 0) {
            firstBadLine = line;
            firstProblem = problem;
        }
    }

    /** Declares the block read. */
    BlockTally end(int passedLines) {
        lines = passedLines;
        labels = Arrays.copyOf(labels, rows);
        return this;
    }

    int block() {
        return block;
    }

    int file() {
        return file;
    }

    byte[] labels() {
        return labels;
    }

    int rows() {
        return rows;
    }

    int lines() {
        return lines;
    }

    int bad() {
        return bad;
    }

    /** Line of the first bad one, from 1 at the block's start. */
    int firstBadLine() {
        return firstBadLine;
    }

    String firstProblem() {
        return firstProblem;
    }
}
