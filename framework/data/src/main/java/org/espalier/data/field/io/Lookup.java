package org.espalier.data.field.io;

/** A table that a cell is a key of, e.g. from user number to gender. Called by several threads at once. */
@FunctionalInterface
public interface Lookup {
    /**
     * The value for the key {@code text[start .. start + length)}.
     *
     * @return the value, empty where it is missing; null if there is no such key
     */
    byte[] find(byte[] text, int start, int length);
}
