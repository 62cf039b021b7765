package org.espalier.data.internal.field;

/** How a slot lies in the file, little-endian. A code is 0 where the slot is missing, else the feature within its field plus 1. */
enum Storage {
    /** A code of one byte. */
    BYTE(1),
    /** A code of two bytes. */
    SHORT(2),
    /** A code of four bytes. */
    INT(4),
    /** A number of single precision. */
    FLOAT(4),
    /** A feature's number and its value of single precision. */
    PAIR(8);

    private final int bytes;

    Storage(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    /** The smallest for codes of so many features. */
    static Storage ofCodes(int features) {
        return features < 1 << Byte.SIZE ? BYTE : features < 1 << Short.SIZE ? SHORT : INT;
    }
}
